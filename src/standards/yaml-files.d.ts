/** Built-in standards: turned into plain data when built (scripts/standards). */
declare module '*.yaml' {
  const tree: unknown;
  export default tree;
}

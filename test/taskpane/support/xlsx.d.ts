/** A workbook within a page's script: its bytes in base64. */
declare module '*.xlsx' {
  const base64: string;
  export default base64;
}

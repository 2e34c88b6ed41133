/** One file a target in scripts/webpack/. Without `--env target=` it is the command line, which never waits for a page. */
module.exports = ({ target = 'cli' } = {}) => require(`./scripts/webpack/${target}.cjs`);

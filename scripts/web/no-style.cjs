/** jest: a style sheet is nothing where no page is drawn. */
module.exports = { process: () => ({ code: '' }) };

/** The words of messages, for those who render them. Checks use the same ones in their tests. */
export { numberText as plainNumber, wordsFor } from '../checks/support/words';

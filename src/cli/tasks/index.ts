export { deliver } from './deliver';
export { limited } from './limited';

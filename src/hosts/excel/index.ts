export { ExcelHost } from './excel-host';
export type { OfficeRuntime } from './office-types';
export { FLOOR } from './support';

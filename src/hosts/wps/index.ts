export type { EtApp } from './et';
export type { PageStore } from './storage';
export { WpsHost, type WpsHostOptions } from './wps-host';

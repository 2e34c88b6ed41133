import { type Addr, addrKey, compareAddr } from '../../workbook';
import type { Finding } from '../types';

/** All cells a finding marks, each once, in reading order: its own cell and those that repeat its mistake. */
export function markedCells(finding: Pick<Finding, 'cell' | 'related'>): readonly Addr[] {
  const cells = new Map<string, Addr>();
  for (const at of [finding.cell, ...finding.related]) cells.set(addrKey(at), at);
  return [...cells.values()].sort(compareAddr);
}

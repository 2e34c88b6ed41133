import { CHECK_CODES } from '../../../src/checks/codes';
import { HEADLINES } from '../../../src/open-workbook/view/headlines';

describe('headlines of findings', () => {
  it('every check has one, and no other', () => {
    expect(Object.keys(HEADLINES).sort()).toEqual([...CHECK_CODES].sort());
  });

  it.each(Object.entries(HEADLINES))('%s: %s', (_code, headline) => {
    expect([...headline].length).toBeGreaterThanOrEqual(4);
    expect([...headline].length).toBeLessThanOrEqual(10);
    expect(headline).not.toMatch(/[。，；：]$|目标值|违规|虚报|造假|不实|不合格/);
  });

  it('no two checks say the same', () => {
    expect(new Set(Object.values(HEADLINES)).size).toBe(CHECK_CODES.length);
  });
});

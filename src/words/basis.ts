import type { Reference } from '../standards';

const NOT_OFFICIAL = '依公开资料整理，非官方文本';

/**
 * A rule's source in one line: 《…办法》（财预〔2020〕10号）第三条. Says so where the text is not the official one; 参照 where a
 * document is only referred to for what forms do in practice.
 */
export function basisText(reference: Reference): string {
  const isDocument = reference.status === 'official' || reference.number !== undefined;
  const title = isDocument && !reference.title.startsWith('《') ? `《${reference.title}》` : reference.title;
  const number = reference.number === undefined ? '' : `（${reference.number}）`;
  const article =
    reference.article === undefined
      ? ''
      : isDocument && /^第.+[条款项章]/.test(reference.article)
        ? reference.article
        : `：${reference.article}`;
  const caveat = reference.status === 'reconstructed' ? `（${NOT_OFFICIAL}）` : '';
  const referred = reference.status === 'practice' && isDocument ? '参照' : '';
  return `${referred}${title}${number}${article}${caveat}`;
}

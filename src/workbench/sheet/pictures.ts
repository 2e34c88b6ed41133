/** Pictures of a sheet, laid over the cells they hang at. */
import type { PictureLook } from '../../hosts/workbench';
import type { Geometry } from './geometry';

const UNITS_A_PIXEL = 9525;

export interface Placed {
  readonly element: HTMLElement;
  readonly row: number;
  readonly col: number;
  /** Pixels into its cell. */
  readonly right: number;
  readonly down: number;
}

/** Elements for the pictures of a sheet, and a way to let go of what they hold. */
export function pictureElements(
  document: Document,
  pictures: readonly PictureLook[],
  geometry: Geometry,
  scale: number,
): { readonly placed: readonly Placed[]; readonly release: () => void } {
  const urls: string[] = [];
  const placed = pictures.map((picture): Placed => {
    const element = picture.type === null ? unknownPicture(document) : image(document, picture, urls);
    const { width, height } = sizeOf(picture, geometry, scale);
    element.classList.add('sheet-picture');
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    const { row, col, right, down } = picture.from;
    return { element, row, col, right: (right / UNITS_A_PIXEL) * scale, down: (down / UNITS_A_PIXEL) * scale };
  });
  return { placed, release: () => urls.forEach((url) => URL.revokeObjectURL(url)) };
}

function image(document: Document, { bytes, type, title }: PictureLook, urls: string[]): HTMLElement {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: type ?? '' }));
  urls.push(url);
  const element = document.createElement('img');
  element.src = url;
  element.alt = title === '' ? '表中图片' : title;
  element.draggable = false;
  return element;
}

/** A kind of picture that browsers do not show (EMF, WMF). */
function unknownPicture(document: Document): HTMLElement {
  const element = document.createElement('div');
  element.textContent = '图片';
  return element;
}

function sizeOf({ from, to }: PictureLook, geometry: Geometry, scale: number): { width: number; height: number } {
  if ('width' in to) return { width: (to.width / UNITS_A_PIXEL) * scale, height: (to.height / UNITS_A_PIXEL) * scale };
  let width = ((to.right - from.right) / UNITS_A_PIXEL) * scale;
  for (let col = from.col; col < Math.min(to.col, geometry.cols); col += 1) width += geometry.widths[col]!;
  let height = ((to.down - from.down) / UNITS_A_PIXEL) * scale;
  for (let row = from.row; row < Math.min(to.row, geometry.rows); row += 1) height += geometry.isShown(row) ? geometry.rowHeight(row) : 0;
  return { width: Math.max(1, width), height: Math.max(1, height) };
}

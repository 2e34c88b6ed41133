import { useState, type KeyboardEvent } from 'react';
import { sameKey, type BarKey, type ChartBar } from './charts';
import { sayBatch } from './say';

interface ChartProps {
  readonly title: string;
  readonly bars: readonly ChartBar[];
  /** Standing bars for bins, lying ones for names. */
  readonly lying?: boolean;
  readonly chosen: BarKey | null;
  readonly onChoose: (key: BarKey | null) => void;
}

const WIDTH = 300;
const HEIGHT = 112;
const FOOT = 18;
const HEAD = 16;
const NAME = 132;
const ROOM = 34;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A small picture whose bars filter the table: one tab stop, arrows walk along it, Enter or Space chooses. */
export function Chart({ title, bars, lying = false, chosen, onChoose }: ChartProps) {
  const [at, setAt] = useState(0);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    const next = Math.min(Math.max(at + by, 0), bars.length - 1);
    if (by === 0) return;
    event.preventDefault();
    setAt(next);
    event.currentTarget.querySelector<SVGElement>(`[data-bar="${next}"]`)?.focus();
  };
  return (
    <figure className="jb-chart">
      <figcaption>{title}</figcaption>
      {bars.length === 0 ? (
        <p className="jb-quiet">{sayBatch('chart.none')}</p>
      ) : (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={title} onKeyDown={onKeyDown}>
          {bars.map((bar, index) => (
            <Bar
              key={bar.label}
              bar={bar}
              index={index}
              slot={lying ? lyingSlot(index, bars.length) : standingSlot(index, bars.length)}
              share={bar.count / most}
              lying={lying}
              chosen={sameKey(chosen, bar.key)}
              stop={index === Math.min(at, bars.length - 1)}
              onChoose={(key) => {
                setAt(index);
                onChoose(key);
              }}
            />
          ))}
        </svg>
      )}
    </figure>
  );
}

const standingSlot = (index: number, size: number): Box => ({ x: (index * WIDTH) / size, y: 0, width: WIDTH / size, height: HEIGHT });
const lyingSlot = (index: number, size: number): Box => ({
  x: 0,
  y: (index * HEIGHT) / Math.max(size, 5),
  width: WIDTH,
  height: HEIGHT / Math.max(size, 5),
});

interface BarProps {
  readonly bar: ChartBar;
  readonly index: number;
  readonly slot: Box;
  readonly share: number;
  readonly lying: boolean;
  readonly chosen: boolean;
  readonly stop: boolean;
  readonly onChoose: (key: BarKey | null) => void;
}

function Bar({ bar, index, slot, share, lying, chosen, stop, onChoose }: BarProps) {
  const choose = () => onChoose(chosen ? null : bar.key);
  const box = lying ? lyingBox(slot, share) : standingBox(slot, share);
  return (
    <g
      role="button"
      className={`jb-bar${chosen ? ' is-chosen' : ''}`}
      data-bar={index}
      tabIndex={stop ? 0 : -1}
      aria-pressed={chosen}
      aria-label={sayBatch('chart.bar', { label: bar.label, n: bar.count })}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      <rect className="jb-bar-ground" {...slot} />
      <rect className="jb-bar-fill" {...box} rx={1} />
      {lying ? (
        <>
          <text x={0} y={slot.y + slot.height / 2 + 4}>
            {bar.label}
          </text>{' '}
          <text className="jb-bar-count" x={box.x + box.width + 5} y={slot.y + slot.height / 2 + 4}>
            {bar.count}
          </text>
        </>
      ) : (
        <>
          <text x={slot.x + slot.width / 2} y={HEIGHT - 5} textAnchor="middle">
            {bar.label}
          </text>{' '}
          <text className="jb-bar-count" x={slot.x + slot.width / 2} y={box.y - 4} textAnchor="middle">
            {bar.count}
          </text>
        </>
      )}
    </g>
  );
}

function standingBox(slot: Box, share: number): Box {
  const height = Math.max(share > 0 ? 2 : 1, share * (HEIGHT - FOOT - HEAD));
  return { x: slot.x + slot.width * 0.2, y: HEIGHT - FOOT - height, width: slot.width * 0.6, height };
}

function lyingBox(slot: Box, share: number): Box {
  return { x: NAME, y: slot.y + slot.height * 0.2, width: Math.max(1, share * (WIDTH - NAME - ROOM)), height: slot.height * 0.6 };
}

/** 「3 / 3」 with the score in bold. */
export function PointsCell({ score, weight }: { readonly score: string; readonly weight: string | null }) {
  return (
    <span className="jh-points">
      <strong>{score}</strong>
      {weight !== null && ` / ${weight}`}
    </span>
  );
}

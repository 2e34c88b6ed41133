/** Sentences of what is wrong with what was just given. */
export function Problems({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div role="status">
      {sentences.length > 0 && (
        <ul className="jh-problems">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

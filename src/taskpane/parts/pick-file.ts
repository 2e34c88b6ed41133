export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was asked with last: nothing else holds on to it while the person looks for the file, and a browser may let go of what nobody holds. */
let asking: HTMLInputElement | null = null;

/** Opens the browser's own dialogue; only right after something was pressed. */
export function askWith(input: HTMLInputElement): void {
  asking = input;
  for (const end of ['cancel', 'change'])
    input.addEventListener(end, () => {
      if (asking === input) asking = null;
    });
  input.click();
}

/** Lets the user choose one file of these endings (「.xlsx,.xls」); null when they do not. */
export function pickFile(accept: string): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) return resolve(null);
      return file.arrayBuffer().then(
        (buffer) => resolve({ name: file.name, bytes: new Uint8Array(buffer) }),
        () => resolve(null),
      );
    });
    askWith(input);
  });
}

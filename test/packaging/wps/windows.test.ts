/** The script for Windows over a file system in memory: no Windows runs here, so its objects are stand-ins for those of the script host. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { PUBLISH_CASES } from './publish';

const SETUP = path.join(__dirname, '../../../packaging/wps/setup');
const SCRIPT = ['publish-merge.js', 'windows.js'].map((name) => readFileSync(path.join(SETUP, name), 'utf8')).join('\n');
const HERE = 'D:\\下载\\jihe 包\\.';
const JSADDONS = 'C:\\Users\\用户\\AppData\\Roaming\\kingsoft\\wps\\jsaddons';
const LIST = `${JSADDONS}\\publish.xml`;

/** Files by path; folders are what files lie in, or what was made. */
class Disk {
  readonly files = new Map<string, string>();
  readonly folders = new Set<string>(['C:\\Users\\用户\\AppData\\Roaming']);

  FileExists(file: string): boolean {
    return this.files.has(file);
  }

  FolderExists(folder: string): boolean {
    return this.folders.has(folder) || [...this.files.keys()].some((file) => file.startsWith(`${folder}\\`));
  }

  GetParentFolderName(folder: string): string {
    return folder.slice(0, folder.lastIndexOf('\\'));
  }

  CreateFolder(folder: string): void {
    if (!this.FolderExists(this.GetParentFolderName(folder))) throw new Error('Path not found');
    this.folders.add(folder);
  }

  GetFolder(folder: string): { SubFolders: { Name: string }[] } {
    if (!this.FolderExists(folder)) throw new Error('Path not found');
    const names = [...this.files.keys()]
      .filter((file) => file.startsWith(`${folder}\\`))
      .map((file) => file.slice(folder.length + 1).split('\\'));
    return { SubFolders: [...new Set(names.filter((parts) => parts.length > 1).map((parts) => parts[0]!))].map((Name) => ({ Name })) };
  }

  CopyFolder(from: string, to: string): void {
    for (const [file, text] of [...this.files]) if (file.startsWith(`${from}\\`)) this.files.set(to + file.slice(from.length), text);
  }

  DeleteFolder(folder: string): void {
    for (const file of [...this.files.keys()]) if (file.startsWith(`${folder}\\`)) this.files.delete(file);
  }

  CopyFile(from: string, to: string): void {
    this.files.set(to, this.files.get(from)!);
  }
}

class Stream {
  private text = '';
  constructor(private readonly disk: Disk) {}
  Open(): void {}
  Close(): void {}
  LoadFromFile(file: string): void {
    this.text = this.disk.files.get(file)!;
  }
  ReadText(): string {
    return this.text;
  }
  WriteText(text: string): void {
    this.text = text;
  }
  CopyTo(other: Stream): void {
    other.text = this.text;
  }
  SaveToFile(file: string): void {
    this.disk.files.set(file, this.text);
  }
}

function runOn(disk: Disk, action: string): { readonly said: string; readonly code: number } {
  let said = '';
  let code = 0;
  const objects: Record<string, () => unknown> = {
    'WScript.Shell': () => ({ ExpandEnvironmentStrings: () => 'C:\\Users\\用户\\AppData\\Roaming' }),
    'Scripting.FileSystemObject': () => disk,
    'ADODB.Stream': () => new Stream(disk),
  };
  runInContext(
    SCRIPT,
    createContext({
      WScript: {
        Echo: (text: string) => (said += text),
        Quit: (status: number) => (code = status),
        Arguments: { Item: (at: number) => [action, HERE][at] },
      },
      ActiveXObject: function (this: unknown, name: string) {
        return objects[name]!();
      },
      Enumerator: class {
        private at = 0;
        constructor(private readonly list: unknown[]) {}
        atEnd(): boolean {
          return this.at >= this.list.length;
        }
        moveNext(): void {
          this.at += 1;
        }
        item(): unknown {
          return this.list[this.at];
        }
      },
    }),
  );
  return { said, code };
}

function packed(version = '0.1.0'): Disk {
  const disk = new Disk();
  disk.files.set(`${HERE}\\jihe_${version}\\ribbon.xml`, '<customUI/>');
  disk.files.set(`${HERE}\\jihe_${version}\\ui\\taskpane.html`, 'page');
  disk.files.set(`${HERE}\\setup\\setup.js`, '');
  return disk;
}

test('installs into nothing, replaces an older version, goes again', () => {
  const disk = packed();
  expect(runOn(disk, 'install').said).toContain('已安装');
  expect(disk.files.get(LIST)).toBe(PUBLISH_CASES[0]!.after!.replace('enable="enable"', 'enable="enable_dev"'));
  expect(disk.files.get(`${JSADDONS}\\jihe_0.1.0\\ui\\taskpane.html`)).toBe('page');
  disk.CopyFolder(`${HERE}\\jihe_0.1.0`, `${HERE}\\jihe_0.2.0`);
  disk.DeleteFolder(`${HERE}\\jihe_0.1.0`);
  runOn(disk, 'install');
  expect([...disk.files.keys()].filter((file) => file.startsWith(`${JSADDONS}\\jihe_`))).toEqual([
    `${JSADDONS}\\jihe_0.2.0\\ribbon.xml`,
    `${JSADDONS}\\jihe_0.2.0\\ui\\taskpane.html`,
  ]);
  expect(runOn(disk, 'uninstall').said).toContain('已卸载');
  expect(disk.files.get(LIST)).not.toContain('jihe');
  expect([...disk.files.keys()].some((file) => file.includes('jsaddons\\jihe_'))).toBe(false);
});

test('keeps the list of others and a copy of it; refuses what is no list', () => {
  const disk = packed();
  const { before } = PUBLISH_CASES[4]!;
  disk.files.set(LIST, before);
  runOn(disk, 'install');
  expect(disk.files.get(LIST)).toContain('EtOAAssist');
  expect([...disk.files].find(([file]) => file.endsWith('.jihe-backup'))![1]).toBe(before);
  disk.files.set(LIST, 'hello');
  const files = disk.files.size;
  expect(runOn(disk, 'install').said).toContain('没有改动');
  expect(disk.files.size).toBe(files);
});

test('a package that was not unpacked says so', () => {
  const disk = new Disk();
  disk.files.set(`${HERE}\\setup\\setup.js`, '');
  expect(runOn(disk, 'install').said).toContain('先解压');
});

export interface Served {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0, or left out: any free port. */
  readonly port?: number;
  /** Further folders by the prefix of their addresses, each ending in "/". */
  readonly mounts?: Readonly<Record<string, string>>;
  /** Texts made when asked for, by path. */
  readonly answers?: Readonly<Record<string, () => string>>;
  /** Over https with this certificate; PEM. */
  readonly tls?: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array };
  /** Prefix of pictures that pages of other origins may show. */
  readonly pictures?: string;
}

/** The content security policy of every page of ours, as one header line. */
export const CSP: string;

/** Serves a folder on 127.0.0.1 and nowhere else. */
export function serveFolder(folder: string, options?: ServeOptions): Promise<Served>;

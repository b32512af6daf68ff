/** One call to the loopback Discord and its answer. */

export interface Request {
  readonly method: string;
  /** Without the version: `/channels/1/messages`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly bot: boolean;
  /** What came beside the body, in a multipart request. */
  readonly files: readonly File[];
}

export interface File {
  /** `files[0]` and so on. */
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as Discord words it. */
export const refusal = (status: number, code: number): Reply => ({ status, body: { code, message: `code ${code}` } });

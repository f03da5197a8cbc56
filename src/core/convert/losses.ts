/** Something the target cannot express. */
export interface Loss {
  /** The parameter it is about; absent when it is about the whole space. */
  readonly parameter?: string | undefined;
  /** One sentence: what the target cannot hold and what was written in its place. It does not name the parameter. */
  readonly message: string;
}

/** Collects what is lost while a space is written. */
export class Losses {
  readonly #all: Loss[] = [];

  get all(): readonly Loss[] {
    return this.#all;
  }

  add(message: string, parameter?: string): void {
    this.#all.push(parameter === undefined ? { message } : { parameter, message });
  }

  /** What to say beside one parameter. */
  about(parameter: string): string[] {
    return this.#all.filter(loss => loss.parameter === parameter).map(({ message }) => message);
  }

  /** What to say at the top. */
  get general(): string[] {
    return this.#all.filter(loss => loss.parameter === undefined).map(({ message }) => message);
  }
}

// A collector of findings about one document: places by path, no finding lost.
// In: codes with what and remedy. Out: the list of diagnostics. Used by readers and checks alike.

import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { DocumentPath, SourceDocument } from '../source.ts';
import { type FieldsOf, readFields, type Shape } from './fields.ts';
import { nearestWord } from './nearest-word.ts';

export class Findings {
  readonly document: SourceDocument;
  readonly #found: Diagnostic[] = [];

  constructor(document: SourceDocument) {
    this.document = document;
  }

  get all(): readonly Diagnostic[] {
    return this.#found;
  }

  report(code: DiagnosticCode, path: DocumentPath, what: string, remedy: string, offset = 0): void {
    this.#found.push(diagnose(code, this.document.placeOf(path, offset), what, remedy));
  }

  add(...diagnostics: readonly Diagnostic[]): void {
    this.#found.push(...diagnostics);
  }

  /** Reads a map's fields and keeps what is wrong with them. */
  read<S extends Shape>(
    path: DocumentPath,
    shape: S,
    ignored: readonly string[] = [],
  ): FieldsOf<S> {
    const { fields, diagnostics } = readFields(this.document, path, shape, ignored);
    this.#found.push(...diagnostics);
    return fields;
  }

  /** A name that refers to nothing, with the nearest one that exists. */
  unknownName(
    code: DiagnosticCode,
    path: DocumentPath,
    kind: string,
    name: string,
    known: readonly string[],
  ): void {
    const near = nearestWord(name, known);
    const names = [...new Set(known)].join(', ');
    const listed = names === '' ? `define a ${kind} first` : `use one of: ${names}`;
    this.report(code, path, `there is no ${kind} \`${name}\``, near ? `write \`${near}\`` : listed);
  }
}

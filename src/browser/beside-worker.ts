// Asks the worker beside the page. Whoever asks again is not told what was asked before.
// In: the company as it was sent; questions. Out: answers, later.

import type { SentCompany } from '../app/sent-company.ts';
import type { DocumentNode } from '../core/index.ts';
import type { Whose } from './live-what-if.ts';
import type { FromWorker, ToAnswer, ToWorker } from './what-if-messages.ts';

type Unturned<Each> = Each extends ToAnswer ? Omit<Each, 'turn'> : never;
type Question = Unturned<ToAnswer>;
type Told = (html: string, ways: readonly DocumentNode[]) => void;

export class BesideWorker {
  readonly #worker = new Worker('/assets/what-if-worker.js', { type: 'module' });
  readonly #waiting = new Map<ToAnswer['is'], { readonly turn: number; readonly tell: Told }>();
  #turn = 0;

  constructor(sent: SentCompany, whose: Whose, fail: (text: string) => void) {
    this.#send({ is: 'company', sent, whose });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      const waiting = this.#waiting.get(data.is);
      if (waiting?.turn === data.turn) waiting.tell(data.html, data.ways);
    });
    this.#worker.addEventListener('error', ({ message }) => fail(message));
  }

  ask(question: Question, tell: Told): void {
    this.#turn += 1;
    const asked = { ...question, turn: this.#turn } as ToAnswer;
    this.#waiting.set(asked.is, { turn: asked.turn, tell });
    this.#send(asked);
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

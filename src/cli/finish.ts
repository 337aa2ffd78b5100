// How a command says its exit code: 0 fine, 1 the input has problems, 2 used wrongly,
// 3 OnTarget itself failed. One place for the codes; main.ts returns what was said last.

export const EXIT = { fine: 0, problems: 1, usage: 2, fault: 3 } as const;
export type Finish = (code: (typeof EXIT)[keyof typeof EXIT]) => void;

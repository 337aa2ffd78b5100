// What a command says where several plans fit what was named. In: their names, and the id that was
// asked for. Out: text.

export function choicesText(choices: readonly string[], wanted?: string): string {
  const why = wanted === undefined ? 'Several plans fit' : `No plan has the id \`${wanted}\``;
  return `${why}; name one of them:\n${choices.map((each) => `  ${each}\n`).join('')}`;
}

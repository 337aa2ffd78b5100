// Headings of terminal tables, kept narrow. In: a title. Out: the title over several lines, since a
// terminal is not as wide as paper.

const HEAD_WIDTH = 14;

/** Long titles break at words, so that a table of five components fits a terminal. */
export function inShortLines(title: string): string {
  return title.split(' ').reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf('\n') + 1);
    const fits = last.length + 1 + word.length <= HEAD_WIDTH;
    return `${lines}${fits ? ' ' : '\n'}${word}`;
  });
}

import { soundLinks, type ThreadGraph } from '../../ui/index.ts'

export type CsvWords = { readonly head: readonly string[]; readonly promised: string; readonly done: string }

/** The strands of a thread, one a line, RFC 4180, with the byte order mark that spreadsheets need to read UTF-8. */
export function threadCsv(graph: ThreadGraph, words: CsvWords): string {
  const boxes = new Map(
    graph.columns.flatMap((column) => column.nodes.map((node) => [node.id, { node, column: column.title }] as const)),
  )
  const lines = soundLinks(graph).map(({ from, to, weight, promised }) => {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    return [a?.column, a?.node.title, b?.column, b?.node.title, String(weight), promised ? words.promised : words.done]
  })
  return `\ufeff${[words.head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/**
 * A cell that begins like a formula is kept as text: spreadsheets would run it. Also behind a semicolon or a tab, which end
 * the cell in the spreadsheets of countries that write decimals with a comma, and with the wide signs of others.
 */
function cell(text = ''): string {
  const safe = text.replace(/(^|[;\t\r\n])(\s*)([=+\-@＝＋－＠])/g, "$1'$2$3")
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

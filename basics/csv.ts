/** Rows as a table that spreadsheets open: RFC 4180, with the byte order mark they need to read UTF-8. */
export function csvOf(rows: readonly (readonly (string | undefined)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/**
 * A cell that begins like a formula is kept as text: spreadsheets would run it. Also behind a semicolon or a tab, which end
 * the cell in the spreadsheets of countries that write decimals with a comma, and with the wide signs of others.
 */
function cell(text = ''): string {
  // Directly before the sign: where another mark ends the cells, our own quotes and what stands before them are part of a neighbour.
  const safe = text.replace(/(^|[;\t\r\n])([\s"]*)([=+\-@＝＋－＠])/g, "$1$2'$3")
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

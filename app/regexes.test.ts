import { glob, readFile } from 'node:fs/promises'
import { createContext, runInContext } from 'node:vm'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Every pattern of the code, tried with long texts that make a pattern go back and forth. */

type Pattern = { readonly source: string; readonly flags: string; readonly where: string }

async function patterns(): Promise<readonly Pattern[]> {
  const found = new Map<string, Pattern>()
  for await (const path of glob('{app,basics,methods,overview,platform,stages,ui}/**/*.{ts,tsx}', {
    exclude: (name) => /node_modules|\.test\.tsx?$|(?:^|\/)testing/.test(String(name)),
  })) {
    const file = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest)
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const text = (node as ts.RegularExpressionLiteral).text // its kind says so
        const end = text.lastIndexOf('/')
        found.set(text, { source: text.slice(1, end), flags: text.slice(end + 1), where: path })
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return [...found.values()]
}

const before = [
  '',
  'a',
  'http://',
  'a@',
  '"',
  '<',
  '<a ',
  '(',
  '[',
  '-',
  '%PDF-1.4 ',
  'BEGIN:',
  '/en/',
  '<form method="get">',
]
const repeated = [
  'a',
  '0',
  ' ',
  '-',
  '.',
  '(',
  '"',
  '/',
  ':',
  ',',
  '<',
  '\n',
  '\t',
  '=',
  'aé',
  '()',
  '1.',
  'a ',
  ' \n',
  'a.',
  '[a',
  '<<',
  '%41',
  ',,',
]
const after = '\u0001!'
const letters = 2_000

/** Milliseconds of work for one text: a pattern that goes once over it takes a hundredth. */
const mostWork = 400

test('abuse 58: no pattern of the code takes long over a long text', { timeout: 900_000 }, async () => {
  const all = await patterns()
  expect(all.length).toBeGreaterThan(250)
  const context = createContext({ texts: texts() })
  const slow: string[] = []
  for (const { source, flags, where } of all) {
    const began = process.cpuUsage()
    try {
      // The engine looks at its clock inside a pattern too: what never ends is ended here.
      const program = `for (const text of texts) text.replace(new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)}), '')`
      runInContext(program, context, { timeout: 30_000 })
    } catch {
      slow.push(`${where} /${source}/ does not end`)
      continue
    }
    const { user } = process.cpuUsage(began)
    if (user / 1_000 > mostWork * 5) slow.push(`${where} /${source}/ ${Math.round(user / 1_000)} ms`)
  }
  expect(slow).toEqual([])
})

function texts(): readonly string[] {
  return before.flatMap((start) => repeated.map((one) => start + one.repeat(Math.ceil(letters / one.length)) + after))
}

test('a pattern that never ends is found', () => {
  const endless = /^(\w+\s?)*$/
  const context = createContext({ text: `${'a'.repeat(60)}!`, endless })
  expect(() => runInContext('endless.test(text)', context, { timeout: 300 })).toThrow(/timed out/)
})

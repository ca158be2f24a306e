import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { openLog } from './log.ts'

afterEach(() => vi.restoreAllMocks())

function loggedOf(error: unknown): Record<string, unknown> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  openLog('error').error('it broke', error)
  const line = written.mock.calls.at(-1)?.[0] as string
  return JSON.parse(line).error
}

test('abuse 60: an error is told by name, message, code and place', () => {
  const error = Object.assign(new RangeError('two lines\nof message'), { code: 'E1' })
  const logged = loggedOf(error)
  expect(logged).toMatchObject({ name: 'RangeError', message: 'two lines\nof message', code: 'E1' })
  expect(logged['stack']).toMatch(/^\s+at .*log\.test\.ts/)
  expect(logged['stack']).not.toContain('of message')
})

test('a copy of an error is told as well: jobs once failed as “[object Object]”', () => {
  const { message, stack } = new Error('the server has gone')
  expect(loggedOf({ message, stack, queue: 'mail.send' })).toMatchObject({ message: 'the server has gone' })
})

test('abuse 60: the rest of what an error bears stays out: the parameters of a query can be a person’s words', () => {
  const error = Object.assign(new Error('duplicate key'), { parameters: ['Alice, Nygade 12'], detail: 'Alice' })
  expect(JSON.stringify(loggedOf(error))).not.toContain('Alice')
  expect(JSON.stringify(loggedOf({ data: { name: 'Alice' } }))).not.toContain('Alice')
})

test('whatever else is thrown has a line', () => {
  for (const thrown of ['a word', 5, null, undefined]) expect(loggedOf(thrown)).toEqual({ message: String(thrown) })
})

test('abuse 60: whatever an error says is one line of letters that give a terminal no orders', () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const odd = fc.constantFrom(
    '\n',
    '\r',
    '\u001b[2J',
    '\u009b31m',
    '\u2028',
    '\u202e',
    '\u0000',
    '"',
    '\\',
    'a',
    '\u007f',
    '\u0085',
  )
  fc.assert(
    fc.property(fc.string({ unit: odd, minLength: 1, maxLength: 30 }), (said) => {
      openLog('info').error(said, new Error(said))
      openLog('info').info('it was asked', { said })
      for (const [line] of written.mock.calls.slice(-2)) {
        expect(line).toMatch(/^[\u0020-\u007e]+\n$/)
        expect(JSON.stringify(JSON.parse(String(line)))).toContain(JSON.stringify(said).slice(1, -1))
      }
    }),
  )
})

import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Feature } from '../features/store.ts'
import { cellsOf } from './cells.ts'
import { guessColumns, guessValue, valuesIn } from './columns.ts'
import { peopleCount } from './people-count.ts'
import { mostRows, readTable, type Table } from './table.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function tableOf(text: string): Table {
  const read = readTable(bytes(text))
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.value
}

function featureOf(name: string, values: readonly string[], kind: Feature['kind'] = 'other'): Feature {
  const codes = ['woman', 'man', 'other'] as const
  return {
    id: newId('feature'),
    name,
    kind,
    values: values.map((one, at) => ({
      id: newId('feature-value'),
      name: one,
      code: kind === 'gender' ? (codes[at] ?? 'other') : null,
    })),
  }
}

describe('a file', () => {
  it.each([
    ['comma', 'gender,age,count\nWoman,Old,3\n'],
    ['semicolon', 'gender;age;count\nWoman;Old;3\n'],
    ['tab', 'gender\tage\tcount\nWoman\tOld\t3\n'],
    ['byte order mark and CRLF', '\ufeffgender;age;count\r\nWoman;Old;3\r\n'],
    ['old line ends', 'gender;age;count\rWoman;Old;3\r'],
    ['quotes', '"gender","age","count"\n"Woman","Old","3"\n'],
    ['a title above', 'Population by gender\n\ngender;age;count\nWoman;Old;3\n'],
    ['rows of nothing at its end', 'gender;age;count\nWoman;Old;3\n;;\n;;\n'],
  ])('with %s is read', (_, text) => {
    const { columns, rows } = tableOf(text)
    expect(columns).toEqual(['gender', 'age', 'count'])
    expect(rows.map(({ fields }) => fields)).toEqual([['Woman', 'Old', '3']])
  })

  it('abuse 50: keeps a delimiter and a line break inside quotes, and still counts lines as an editor does', () => {
    const { rows } = tableOf('area,count\n"North, and\nharbour",3\nSouth,4\n')
    expect(rows).toEqual([
      { number: 2, fields: ['North, and\nharbour', '3'] },
      { number: 4, fields: ['South', '4'] },
    ])
  })

  it.each([
    ['no table', 'one\ntwo\n', { code: 'not-a-table', row: 1 }],
    ['a header alone', 'gender,count\n', { code: 'no-rows', row: 1 }],
    ['a column without a name', 'gender,,count\nWoman,Old,3\n', { code: 'unnamed-column', row: 1, column: '2' }],
    ['a column twice', 'gender,count,gender\nWoman,3,Man\n', { code: 'column-twice', row: 1, column: 'gender' }],
    ['a blank row', 'gender,count\nWoman,3\n\nMan,4\n', { code: 'blank-row', row: 3 }],
    ['a row of commas', 'gender,count\nWoman,3\n,\nMan,4\n', { code: 'blank-row', row: 3 }],
    ['a missing column', 'gender,age,count\nWoman,Old,3\nMan,4\n', { code: 'short-row', row: 3, column: 'count' }],
    ['a column too many', 'gender,count\nWoman,3\nMan,4,5\n', { code: 'long-row', row: 3 }],
    ['an open quote', 'gender,count\n"Woman,3\nMan,4\n', { code: 'broken-quotes' }],
  ])('with %s is refused, and where', (_, text, fault) => {
    expect(readTable(bytes(text))).toMatchObject({ ok: false, fault })
  })

  it('that is no UTF-8 is refused: letters would be lost', () => {
    expect(readTable(Uint8Array.from([0x6b, 0xf8, 0x6e, 0x2c, 0x61]))).toMatchObject({ fault: { code: 'not-utf8' } })
  })

  it('abuse 50: of fifty thousand rows is read, of one more is refused with its row', () => {
    const rows = Array.from({ length: mostRows }, (_, i) => `Area ${i},1`).join('\n')
    expect(tableOf(`area,count\n${rows}\n`).rows).toHaveLength(mostRows)
    expect(readTable(bytes(`area,count\n${rows}\nOne more,1\n`))).toMatchObject({
      fault: { code: 'too-many-rows', row: mostRows + 2 },
    })
  })
})

describe('a number of people', () => {
  it.each([
    ['1236', 1236],
    ['1 236', 1236],
    ['1\u00a0236', 1236],
    ["1'236", 1236],
    ['1.236', 1236],
    ['1,236,000', 1_236_000],
    ['1236.0', 1236],
    ['1236,00', 1236],
    ['0', 0],
    ['-', 0],
  ])('is read from “%s”', (text, people) => {
    expect(peopleCount(text)).toEqual({ ok: true, people })
  })

  it.each([
    ['', 'not-a-number'],
    ['..', 'not-a-number'],
    ['many', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['-3', 'negative'],
    ['-1.236', 'negative'],
    ['12.5', 'not-whole'],
    ['99999999999', 'too-large'],
  ])('is none in “%s”', (text, why) => {
    expect(peopleCount(text)).toEqual({ ok: false, why })
  })

  it('is the same however its thousands stand apart', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), fc.constantFrom('.', ',', ' ', '\u202f', "'"), (people, mark) => {
        const text = String(people).replaceAll(/\B(?=(\d{3})+$)/g, mark)
        expect(peopleCount(text)).toEqual({ ok: true, people })
      }),
    )
  })
})

describe('cells', () => {
  const table = tableOf(
    'gender,age,year,count\nF,Old,2025,9\nF,Old,2026,3\nM,Old,2026,2\nF,Young,2026,4\nTotal,Old,2026,5\n',
  )
  const reading = {
    count: 3,
    features: [
      {
        column: 0,
        values: new Map([
          ['F', 'woman'],
          ['M', 'man'],
          ['Total', null],
        ]),
      },
    ],
    chosen: [{ column: 2, value: '2026' }],
  }

  it('add up what is alike, over what is not asked for, for the year chosen, without what is left out', () => {
    expect(cellsOf(table, reading)).toEqual({
      ok: true,
      cells: [
        { values: ['woman'], people: 7 },
        { values: ['man'], people: 2 },
      ],
    })
  })

  it('name a row that says the same again', () => {
    const twice = tableOf('gender,count\nF,3\nM,4\nF,5\n')
    const read = cellsOf(twice, {
      count: 1,
      features: [
        {
          column: 0,
          values: new Map([
            ['F', 'f'],
            ['M', 'm'],
          ]),
        },
      ],
      chosen: [],
    })
    expect(read).toEqual({ ok: false, faults: [{ code: 'row-twice', row: 4, value: '2' }] })
  })

  it('name every number that is none, also in a row that is left out', () => {
    const wrong = tableOf('gender,count\nF,-3\nM,4\nTotal,x\n')
    const read = cellsOf(wrong, { count: 1, features: [{ column: 0, values: new Map([['F', 'f']]) }], chosen: [] })
    expect(read).toMatchObject({
      faults: [
        { code: 'negative', row: 2, column: 'count', value: '-3' },
        { code: 'not-a-number', row: 4, column: 'count', value: 'x' },
      ],
    })
  })

  it('are refused where nobody is left', () => {
    expect(cellsOf(table, { ...reading, chosen: [{ column: 2, value: '1999' }] })).toMatchObject({
      faults: [{ code: 'nobody-left' }],
    })
  })

  it('lose nobody, whatever the rows', () => {
    const rows = fc.uniqueArray(fc.record({ area: fc.nat(9), age: fc.nat(3), people: fc.nat(500) }), {
      minLength: 1,
      maxLength: 30,
      selector: ({ area, age }) => `${area} ${age}`,
    })
    fc.assert(
      fc.property(rows, (made) => {
        const all = made.reduce((sum, { people }) => sum + people, 0)
        const text = made.map(({ area, age, people }) => `A${area},G${age},${people}`).join('\n')
        const read = cellsOf(tableOf(`area,age,count\n${text}\n`), {
          count: 2,
          features: [{ column: 1, values: new Map(['G0', 'G1', 'G2', 'G3'].map((one) => [one, one])) }],
          chosen: [],
        })
        const counted = read.ok ? read.cells.reduce((sum, { people }) => sum + people, 0) : 0
        expect(counted).toBe(all)
      }),
    )
  })
})

describe('guesses', () => {
  const features = [
    featureOf('Gender', ['Woman', 'Man', 'Another'], 'gender'),
    featureOf('Age group', ['16 to 24', 'Older']),
  ]
  const [gender, age] = features

  it('know a feature by its name, gender by its words, and the number by its column', () => {
    const table = tableOf(
      'sex,ageGroup,education,year,w8,count\nFemale,16 to 24,Level1,2025,0.5,3\nMale,Older,Level2,2026,0.7,4\n',
    )
    expect(guessColumns(table, features)).toEqual([gender?.id, age?.id, 'new', 'choose', 'leave', 'count'])
    expect(guessColumns(table, [])).toEqual(['new', 'new', 'new', 'choose', 'leave', 'count'])
  })

  it('know an answer by its name, and women and men by their words', () => {
    if (!gender || !age) throw new Error('two features')
    expect(guessValue('Female', gender)?.name).toBe('Woman')
    expect(guessValue('Mænd', gender)?.name).toBe('Man')
    expect(guessValue('16 TO 24', age)?.name).toBe('16 to 24')
    expect(guessValue('25 to 34', age)).toBeUndefined()
  })
})

const folder = join(import.meta.dirname, '../../../../shared/data/standards/population')

describe.skipIf(!existsSync(folder))('tables as offices send them', () => {
  const read = (file: string): Table => {
    const found = readTable(readFileSync(join(folder, file)))
    if (!found.ok) throw new Error(JSON.stringify(found))
    return found.value
  }
  const whole = (table: Table, column: number) => ({
    column,
    values: new Map(valuesIn(table, column).map((value) => [value, value])),
  })

  it.each([
    'E09000007-camden-gender-age-education.csv',
    'E09000021-kingston-upon-thames-gender-age-education.csv',
    'E09000027-richmond-upon-thames-gender-age-education.csv',
  ])('%s fits as it is', (file) => {
    const table = read(file)
    expect(guessColumns(table, [])).toEqual(['new', 'new', 'new', 'count'])
    const cells = cellsOf(table, {
      count: 3,
      features: [whole(table, 0), whole(table, 1), whole(table, 2)],
      chosen: [],
    })
    const sum = table.rows.reduce((all, { fields }) => all + Number(fields[3]), 0)
    if (!cells.ok) throw new Error(JSON.stringify(cells.faults))
    expect(cells.cells.reduce((all, { people }) => all + people, 0)).toBe(sum)
  })

  it('the table of all boroughs gives one of them by its code, whose rounded rows sum up to what it says itself but for three people', () => {
    const table = read('london-boroughs-ps.csv')
    expect(guessColumns(table, [])[0]).toBe('choose')
    expect(guessColumns(table, []).at(-1)).toBe('count')
    const cells = cellsOf(table, {
      count: 7,
      features: [whole(table, 1), whole(table, 3)],
      chosen: [{ column: 0, value: 'E09000002' }],
    })
    if (!cells.ok) throw new Error(JSON.stringify(cells.faults))
    expect(cells.cells.reduce((all, { people }) => all + people, 0)).toBe(146_349 + 3)
  })
})

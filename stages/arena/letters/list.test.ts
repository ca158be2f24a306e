import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostColumns, mostRows, readList, type ListFeature } from './list.ts'

const age: ListFeature = {
  id: 'age',
  name: 'Age',
  values: [
    { id: 'young', name: '16 to 29', code: null },
    { id: 'old', name: '65 and over', code: null },
  ],
}
const gender: ListFeature = {
  id: 'gender',
  name: 'Køn',
  values: [
    { id: 'w', name: 'Kvinde', code: 'woman' },
    { id: 'm', name: 'Mand', code: 'man' },
  ],
}

function read(text: string, features = [age, gender]) {
  return readList(new TextEncoder().encode(text), features)
}
function faultsOf(text: string) {
  const result = read(text)
  return result.ok ? [] : result.faults.map(({ code, row, column }) => `${code} ${row} ${column}`)
}

const plain = ['Name,Address,Postcode,Town,Age,Household', 'Åse Bæk,Havnegade 1,5700,Lindhavn,16 to 29,h1'].join('\n')

describe('a list of addresses', () => {
  it('is read with what the register knows, whatever the marks between the cells', () => {
    const wanted = {
      features: [age],
      addresses: [
        {
          name: 'Åse Bæk',
          lines: ['Havnegade 1'],
          postcode: '5700',
          town: 'Lindhavn',
          household: 'h1',
          values: ['young'],
        },
      ],
    }
    for (const mark of [',', ';', '\t'])
      for (const end of ['\n', '\r\n'])
        for (const before of ['', '\ufeff'])
          for (const after of ['', end, `${end}${end}`])
            expect(read(before + plain.replaceAll(',', mark).replaceAll('\n', end) + after)).toEqual({
              ok: true,
              list: wanted,
            })
  })

  it('abuse 50: is read in the letters of an old spreadsheet', () => {
    const bytes = Uint8Array.from([...'Adresse;Postnr\nS\xf8gade 1;5700'].map((letter) => letter.charCodeAt(0)))
    const result = readList(bytes, [])
    expect(result.ok && result.list.addresses[0]?.lines).toEqual(['Søgade 1'])
  })

  it('knows Danish columns, and values by their code', () => {
    const result = read('navn;adresse;postnr;by;køn\nAda;Vej 1;5700;Lindhavn;woman')
    expect(result.ok && result.list.addresses[0]?.values).toEqual(['w'])
  })

  it('says nothing of what the register does not know', () => {
    const result = read('address,postcode,age\nVej 1,5700,')
    expect(result.ok && result.list.addresses[0]).toMatchObject({ name: '', household: null, values: [''] })
  })
})

describe('a list with faults says where, and saves nothing', () => {
  it.each([
    ['a missing column', 'name,postcode\nAda,5700', ['missing-column 1 address']],
    ['two missing columns', 'name\nAda', ['missing-column 1 address', 'missing-column 1 postcode']],
    ['a column that stands there twice', 'address,postcode,Address\na,1,b', ['column-twice 1 address']],
    ['an unknown value', 'address,postcode,age\nVej 1,5700,16 to 29\nVej 2,5700,ancient', ['unknown-value 3 Age']],
    ['an empty cell', 'address,postcode\nVej 1,5700\nVej 2,', ['empty-cell 3 postcode']],
    ['a blank row', 'address,postcode\nVej 1,5700\n,\nVej 2,5700', ['blank-row 3 ']],
    ['an empty line', 'address,postcode\nVej 1,5700\n\nVej 2,5700', ['blank-row 3 ']],
    ['a row with too many cells', 'address,postcode\nVej 1,5700\nVej 2,st,5700', ['wrong-cells 3 ']],
    ['an id twice', 'id,address,postcode\n7,Vej 1,5700\n7,Vej 2,5700', ['id-twice 3 id']],
    [
      'a person in two households',
      'id,address,postcode,household\n7,Vej 1,5700,a\n7,Vej 1,5700,b',
      ['two-households 3 household'],
    ],
    ['a line twice', 'name,address,postcode\nAda,Vej 1,5700\nada,vej 1,5700', ['line-twice 3 address']],
    ['a cell as long as a book', `address,postcode\n${'a'.repeat(121)},5700`, ['too-long 2 address']],
    ['what no envelope can show', 'address,postcode\nVej\u00001,5700', ['not-text 2 ']],
    ['nothing but a heading', 'address,postcode', ['no-rows 2 ']],
    ['nothing', '', ['not-a-table 1 ']],
    ['a quote that never ends', 'address,postcode\n"Vej 1,5700', ['not-a-table 2 ']],
  ])('%s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })

  it('twenty faults at most: mended, the next ones are told', () => {
    const rows = Array.from({ length: 100 }, (_, at) => `Vej ${at},`)
    expect(faultsOf(['address,postcode', ...rows].join('\n'))).toHaveLength(20)
  })

  it('abuse 50: fifty thousand rows are read, one more is not', () => {
    const rows = Array.from({ length: mostRows }, (_, at) => `Vej ${at},5700`)
    const full = read(['address,postcode', ...rows].join('\n'))
    expect(full.ok && full.list.addresses.length).toBe(mostRows)
    expect(faultsOf(['address,postcode', ...rows, 'Vej x,5700'].join('\n'))).toEqual([`too-many-rows ${mostRows + 2} `])
  })

  it('a header of more columns than a table has is refused before its names are compared', () => {
    const more = (many: number): string => Array.from({ length: many }, (_, at) => `,c${at}`).join('')
    expect(faultsOf(`address,postcode${more(mostColumns - 2)}\na,1${','.repeat(mostColumns - 2)}`)).toEqual([])
    expect(faultsOf(`address,postcode${more(mostColumns - 1)}\na,1`)).toEqual(['too-many-columns 1 '])
  })

  it('abuse 50: no bytes break it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = readList(bytes, [age])
        if (!result.ok) expect(result.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

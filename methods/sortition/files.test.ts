import { expect, it } from 'vitest'
import { readCandidates, readQuotas, writeCandidates, writeQuotas, type FileFault, type Rows } from './files.ts'
import { checkInstance } from './instance.ts'

const rowsOf = (text: string): Rows => text.split('\n').map((line) => line.split(','))

const quotas = `feature,value,min,max,min_flex,max_flex
gender,woman,1,2,0,3
gender,man,1,2,,
area,west,0,3,0,3`

function featuresOf(text: string): Extract<ReturnType<typeof readQuotas>, { ok: true }>['value'] {
  const read = readQuotas(rowsOf(text))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

function faultsOf(read: { readonly ok: boolean; readonly faults?: readonly FileFault[] }): readonly FileFault[] {
  return read.faults ?? []
}

it('reads the three ways the field names its columns, and writes what it reads', () => {
  const features = featuresOf(quotas)
  expect(features).toEqual([
    {
      name: 'gender',
      quotas: [
        { value: 'woman', min: 1, max: 2, minFlex: 0, maxFlex: 3 },
        { value: 'man', min: 1, max: 2, minFlex: 0, maxFlex: Infinity },
      ],
    },
    { name: 'area', quotas: [{ value: 'west', min: 0, max: 3, minFlex: 0, maxFlex: 3 }] },
  ])
  expect(featuresOf('category,feature,min,max\ngender,woman,1,2')[0]?.quotas[0]?.value).toBe('woman')
  expect(
    featuresOf('\uFEFFcategory,name,suggest min,suggest max,Current #,min,max\ngender,Woman,,,,1,2')[0]?.name,
  ).toBe('gender')
  const again = writeQuotas(features).replace('\uFEFF', '').trim().split('\r\n').join('\n')
  expect(featuresOf(again)).toEqual(features)
  const instance = { size: 1, features, candidates: [{ id: 'a', values: ['woman', 'west'], household: undefined }] }
  expect(checkInstance(instance)).toEqual([])
  const people = writeCandidates(instance).replace('\uFEFF', '').trim().split('\r\n').join('\n')
  expect(readCandidates(rowsOf(people), features, { id: 'id', household: ['household'] })).toEqual({
    ok: true,
    value: instance.candidates,
  })
})

it('names row and column of what is wrong with quotas, all of it at once', () => {
  expect(faultsOf(readQuotas([]))).toEqual([{ row: 1, what: 'empty-file' }])
  expect(faultsOf(readQuotas(rowsOf('feature,value,max\na,b,1')))).toEqual([
    { row: 1, column: 'min', what: 'missing-column' },
  ])
  expect(faultsOf(readQuotas(rowsOf('sort,kind,min,max\na,b,1,2')))).toEqual([
    { row: 1, column: 'feature', what: 'missing-column' },
    { row: 1, column: 'value', what: 'missing-column' },
  ])
  const wrong = `feature,value,min,max,min_flex,max_flex
gender,woman,3,2,0,3
gender,woman,1,2,2,3
,,,,,
gender,,one,-2,0,3
area,west,1,2,0,1.5`
  expect(faultsOf(readQuotas(rowsOf(wrong)))).toEqual([
    { row: 2, column: 'max', what: 'bounds', found: '3 > 2' },
    { row: 3, column: 'min_flex', what: 'flexible-bounds', found: '2' },
    { row: 3, column: 'value', what: 'value-twice', found: 'woman' },
    { row: 4, what: 'blank-row' },
    { row: 5, column: 'min', what: 'not-a-number' },
    { row: 5, column: 'max', what: 'not-a-number' },
    { row: 5, column: 'value', what: 'no-value' },
    { row: 6, column: 'max_flex', what: 'not-a-number' },
  ])
})

it('names row and column of what is wrong with candidates', () => {
  const features = featuresOf(quotas)
  const read = (text: string, columns = { id: 'id', household: ['street', 'zip'] }): readonly FileFault[] =>
    faultsOf(readCandidates(rowsOf(text), features, columns))
  expect(read('id,gender,street,zip\n1,woman,Quay 4,1')).toEqual([{ row: 1, column: 'area', what: 'missing-column' }])
  const wrong = `id,gender,area,street,zip
1,woman,west,Quay 4,1
2,women,west,,
1,woman,west,quay 4,1
1,woman,west,Hill 2,1
,,,,
,man,west,Quay 5,1
4,,west,Quay 5,1
5,man,west`
  expect(read(wrong)).toEqual([
    { row: 3, column: 'gender', what: 'unknown-value', found: 'women' },
    { row: 4, column: 'id', what: 'duplicate-id', found: '1' },
    { row: 5, column: 'id', what: 'two-households', found: '1' },
    { row: 6, what: 'blank-row' },
    { row: 7, column: 'id', what: 'no-value' },
    { row: 8, column: 'gender', what: 'no-value' },
    { row: 9, what: 'short-row' },
  ])
})

it('leaves out empty rows at the end, reads fifty thousand rows, and lists the first hundred faults of a wrong column', () => {
  const features = featuresOf(quotas)
  const rows = [
    ['id', 'gender', 'area'],
    ...Array.from({ length: 50_000 }, (_, at) => [`${at}`, 'woman', 'west']),
    ['', '', ''],
    [''],
  ]
  const read = readCandidates(rows, features, { id: 'id' })
  expect(read.ok && read.value.length).toBe(50_000)
  const swapped = readCandidates(
    rows.map(([id = '', gender = '', area = '']) => [id, area, gender]).with(0, ['id', 'gender', 'area']),
    features,
    { id: 'id' },
  )
  expect(swapped.ok ? [] : swapped.faults).toHaveLength(100)
})

it('reads fifty thousand values of one feature in a second or two: it once took more than a minute', () => {
  const rows = [
    ['feature', 'value', 'min', 'max'],
    ...Array.from({ length: 50_000 }, (_, at) => ['area', `${at}`, '0', '1']),
  ]
  const before = performance.now()
  const read = readQuotas(rows)
  expect(read.ok && read.value[0]?.quotas.length).toBe(50_000)
  expect(faultsOf(readQuotas([...rows, ['area', '49999', '0', '1']]))).toEqual([
    { row: 50_002, column: 'value', what: 'value-twice', found: '49999' },
  ])
  expect(performance.now() - before).toBeLessThan(10_000)
})

import { csvOf } from '@folkmoot/basics/csv.ts'
import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { file, notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { readFile, waitingFile } from '../../../platform/files/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { placeLang } from '../features/show.tsx'
import { featuresOf, standingFeatures, type Feature } from '../features/store.ts'
import { guessColumns } from './columns.ts'
import type { CellFault } from './cells.ts'
import { usesTyped, type Columns } from './form.ts'
import { populationWords } from './messages/words.ts'
import { AnswersPage } from './pages/answers-page.tsx'
import { ColumnsPage } from './pages/columns-page.tsx'
import { PopulationPage } from './pages/population-page.tsx'
import { PopulationsPage } from './pages/populations-page.tsx'
import * as rules from './rules.ts'
import { sumsOf } from './sums.ts'
import * as store from './store.ts'
import { readTable, type Table, type TableFault } from './table.ts'

export type OfFile = Visit<'arena.population-columns'>

export function say(visit: Pick<Visit, 'lang'>) {
  return populationWords.say(visit.lang)
}

/** What is wrong with a file, where, and what to do. */
export function faultText(
  visit: Pick<Visit, 'lang'>,
  { code, row, column = '', value = '' }: TableFault | CellFault,
): string {
  return say(visit)(`fault.${code}`, { row, column, value })
}

export async function populationsPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const mayImport = rules.mayImport.allows(visit.actor)
  return page({
    title: say(visit)('list.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PopulationsPage
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        populations={await store.populations(visit.read)}
        features={await standingFeatures(visit.read)}
        mayImport={mayImport}
        errors={errors}
      />
    ),
  })
}

/** A file that waits, with the features it is read against. */
export type Sent = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly table: Table
  readonly features: readonly Feature[]
}

/** Undefined where the file was forgotten after a day, or is somebody else's. */
export async function tableSent(visit: OfFile): Promise<Sent | undefined> {
  const id = parseId('file', visit.params.file)
  if (!id || !isSignedIn(visit.actor)) return undefined
  const waiting = await waitingFile(visit.read, visit.actor.account, id)
  if (!waiting) return undefined
  const bytes = await readFile(visit.files, waiting.hash)
  const table = readTable(bytes)
  if (!table.ok) return undefined
  return { fileName: waiting.name, bytes, table: table.value, features: await featuresOf(visit.read) }
}

export async function columnsPage(visit: OfFile, errors: readonly FieldError[] = []): Promise<Reply> {
  const sent = await tableSent(visit)
  if (!sent) return notFound()
  const { table, features } = sent
  const said = (name: string): string | undefined => visit.form.typed[name]?.[0] ?? visit.query.get(name) ?? undefined
  return page({
    title: say(visit)('columns.title'),
    crumbs: [crumb(visit)],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ColumnsPage
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        action={visit.to('arena.population-answers', visit.params)}
        uses={usesTyped(table, said) ?? guessColumns(table, features)}
        {...{ table, features, errors }}
        fileName={sent.fileName}
      />
    ),
  })
}

export function answersPage(
  visit: OfFile,
  { sent, columns }: { readonly sent: Sent; readonly columns: Columns },
  errors: readonly FieldError[] = [],
): Reply {
  const uses = sent.table.columns.map((_, at): string => {
    if (at === columns.count) return 'count'
    if (columns.chosen.some(({ column }) => column === at)) return 'choose'
    const found = columns.features.find(({ column }) => column === at)
    return found ? (found.feature?.id ?? 'new') : 'leave'
  })
  return page({
    title: say(visit)('answers.title'),
    crumbs: [
      crumb(visit),
      { text: say(visit)('columns.title'), href: visit.to('arena.population-columns', visit.params) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AnswersPage
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        action={visit.to('arena.import-population', visit.params)}
        table={sent.table}
        {...{ columns, uses, errors }}
        typed={errors.length > 0 ? visit.form.typed : {}}
      />
    ),
  })
}

function crumb(visit: Visit | OfFile) {
  return { text: say(visit)('list.title'), href: visit.to('arena.populations') }
}

export async function populationPage(visit: Visit<'arena.population'>): Promise<Reply> {
  const found = await populationAt(visit)
  if (!found) return notFound()
  const { population, features, cells } = found
  const authors = await bylines(visit.read, [population.importedBy])
  return page({
    title: population.name,
    titleLang: placeLang(visit),
    crumbs: [crumb(visit as Visit)],
    body: (
      <PopulationPage
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        population={population}
        by={authors.get(population.importedBy)?.name ?? ''}
        sums={sumsOf(features, cells)}
        data={visit.to('arena.population-data', visit.params)}
      />
    ),
  })
}

/** As it can be brought in again: a column a feature, and the people. */
export async function populationData(visit: Visit<'arena.population-data'>): Promise<Reply> {
  const found = await populationAt(visit)
  if (!found) return notFound()
  const { population, features, cells } = found
  const names = new Map(features.flatMap(({ values }) => values.map(({ id, name }) => [id, name])))
  return file({
    body: csvOf([
      [...features.map(({ name }) => name), 'count'],
      ...cells.map(({ values, people }) => [...values.map((value) => names.get(value) ?? ''), String(people)]),
    ]),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: `population-${population.id}.csv`,
  })
}

async function populationAt(visit: Visit<'arena.population'> | Visit<'arena.population-data'>) {
  const id = parseId('population', visit.params.population)
  const population = id && (await store.populationById(visit.read, id))
  if (!population) return undefined
  const [standing, cells] = await Promise.all([standingFeatures(visit.read), store.cellsIn(visit.read, population.id)])
  const features = population.features.flatMap((own) => standing.find((one) => one.id === own) ?? [])
  return { population, features, cells }
}

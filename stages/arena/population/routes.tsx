import { anyone, isSignedIn } from '@folkmoot/basics/actor.ts'
import { createHash } from 'node:crypto'
import {
  field,
  fields,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { keepWaiting, storeDocument } from '../../../platform/files/index.ts'
import * as commands from './commands.ts'
import { readAnswers, readColumns, usesTyped } from './form.ts'
import * as rules from './rules.ts'
import {
  answersPage,
  columnsPage,
  faultText,
  populationData,
  populationPage,
  populationsPage,
  say,
  tableSent,
  type OfFile,
} from './show.tsx'
import { readTable } from './table.ts'

const importForm = fields({
  name: field.line({ most: 120 }),
  source: field.line({ most: 300 }),
  asOf: field.line({ most: 40 }),
})

export const populationRoutes: readonly Route[] = [
  route('arena.populations', { allowed: anyone, records: 'nothing' }, (visit) => populationsPage(visit)),

  // Nothing is imported yet: the file waits for the one who sent it.
  route('arena.upload-population', { allowed: rules.mayImport, records: 'nothing' }, (visit) => upload(visit)),

  route('arena.population-columns', { allowed: rules.mayImport, records: 'nothing' }, (visit) => columnsPage(visit)),

  route('arena.population-answers', { allowed: rules.mayImport, records: 'nothing' }, async (visit) => {
    const sent = await tableSent(visit)
    if (!sent) return columnsPage(visit)
    const uses = usesTyped(sent.table, (name) => visit.query.get(name) ?? undefined)
    if (!uses) return redirect(visit.to('arena.population-columns', visit.params))
    const columns = readColumns(sent.table, { uses, features: sent.features, say: say(visit) })
    return columns.ok ? answersPage(visit, { sent, columns: columns.value }) : columnsPage(visit, columns.errors)
  }),

  route(
    'arena.import-population',
    { allowed: rules.mayImport, records: ['arena.population-imported', 'arena.feature-set'] },
    (visit) => bringIn(visit),
  ),

  route('arena.population', { allowed: anyone, records: 'nothing' }, (visit) => populationPage(visit)),

  route('arena.population-data', { allowed: anyone, records: 'nothing' }, (visit) => populationData(visit)),
]

async function upload(visit: Visit): Promise<Reply> {
  const { actor } = visit
  const sent = visit.form.files['table']
  const wrong = (text: string): Promise<Reply> => populationsPage(visit, [{ field: 'table', text }])
  if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
  if (!sent) return wrong(say(visit)('upload.none'))
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const table = readTable(bytes)
  if (!table.ok) return wrong(faultText(visit, table.fault))
  const kept = await storeDocument(visit.files, sent)
  if (!kept.ok) return wrong(say(visit)(`refused.${kept.refusal}`))
  const file = await visit.database.transact(visit.jurisdiction.id, actor, (tx) =>
    keepWaiting(tx, actor.account, kept.value),
  )
  return redirect(visit.to('arena.population-columns', { file }))
}

async function bringIn(visit: OfFile): Promise<Reply> {
  const sent = await tableSent(visit)
  if (!sent) return columnsPage(visit)
  const uses = usesTyped(sent.table, (name) => visit.form.typed[name]?.[0]) ?? []
  const columns = readColumns(sent.table, { uses, features: sent.features, say: say(visit) })
  if (!columns.ok) return columnsPage(visit, columns.errors)
  const again = (errors: readonly FieldError[]): Reply => answersPage(visit, { sent, columns: columns.value }, errors)
  const form = readForm(visit, importForm)
  const answers = readAnswers(visit, columns.value)
  if (!form.ok || !answers.ok) return again([...(answers.ok ? [] : answers.errors), ...(form.ok ? [] : form.errors)])
  const imported = await commands.importPopulation(visit.database, visit.actor, {
    ...form.value,
    fileName: sent.fileName,
    sha256: createHash('sha256').update(sent.bytes).digest('hex'),
    table: sent.table,
    count: columns.value.count,
    answers: answers.value,
  })
  // What is wrong is in the file: nothing on the page mends it.
  if ('faults' in imported) return again(imported.faults.map((fault) => ({ field: '', text: faultText(visit, fault) })))
  if (!imported.ok)
    return again([
      { field: imported.refusal === 'name-taken' ? 'name' : '', text: say(visit)(`refused.${imported.refusal}`) },
    ])
  return redirectSaying(visit.to('arena.population', { population: imported.value.id }), {
    text: say(visit)('done.imported', { name: form.value.name }),
    next: say(visit)('done.imported-next'),
  })
}

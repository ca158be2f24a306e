import { anyone, isSignedIn } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { mayRecordVote } from '../../../platform/directory/votes/rules.ts'
import {
  keepWaiting,
  mostDocumentBytes,
  storeDocument,
  waitingFile,
  type CleanFile,
} from '../../../platform/files/index.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
} from '../../../platform/http/index.ts'
import { addMinutes } from './commands.ts'
import { minutesWords } from './messages/words.ts'
import { findVote, minutesPage, type OfMinutes } from './show.tsx'
import * as rules from './rules.ts'

const minutesForm = fields({ text: field.text({ most: 20_000 }) })

export const minutesRoutes: readonly Route[] = [
  route('decision.minutes', { allowed: anyone, records: 'nothing' }, (visit) => minutesPage(visit)),

  route('decision.add-minutes', { allowed: mayRecordVote, records: ['decision.minutes-added'] }, async (visit) => {
    const found = await findVote(visit)
    if (!found) return notFound()
    const { vote } = found
    const say = minutesWords.say(visit.lang)
    const may = rules.mayAddHere({ body: vote.body, isTold: vote.source !== null }, visit.actor)
    if (!may.ok) return refused(say(`refused.${may.refusal}`), 403)
    const form = readForm(visit, minutesForm)
    const sent = await sentFile(visit)
    if (!form.ok || sent.errors.length > 0)
      return minutesPage(visit, {
        errors: [...sent.errors, ...(form.ok ? [] : form.errors)],
        waiting: await keepSent(visit, sent.file),
      })
    const added = await addMinutes(visit.database, visit.actor, {
      slug: visit.params.problem,
      resolution: vote.id,
      file: sent.file,
      text: form.value.text,
      language: visit.lang,
    })
    if (added.ok)
      return redirectSaying(visit.to('decision.minutes', visit.params), {
        text: say('done.added'),
        next: say('done.added-next'),
      })
    if (added.refusal === 'no-such-problem' || added.refusal === 'not-handed-over' || added.refusal === 'no-such-vote')
      return notFound()
    const about = added.refusal === 'words-missing' ? 'text' : 'file'
    return minutesPage(visit, {
      errors: [{ field: about, text: say(`refused.${added.refusal}`) }],
      waiting: await keepSent(visit, sent.file),
    })
  }),
]

type Sent = { readonly file: CleanFile | undefined; readonly errors: readonly FieldError[] }

/** A PDF that only shows: its content says so, not its name. Without a new one, the one that came with the form before. */
async function sentFile(visit: OfMinutes): Promise<Sent> {
  const { file } = visit.form.files
  const say = minutesWords.say(visit.lang)
  if (!file) return { file: await sentBefore(visit), errors: [] }
  const stored = await storeDocument(visit.files, file)
  if (stored.ok && stored.value.mediaType === 'application/pdf') return { file: stored.value, errors: [] }
  const refusal = stored.ok ? 'document-not-known' : stored.refusal
  const text = say(`refused.${refusal}`, { megabytes: mostDocumentBytes / 1024 / 1024 })
  return { file: undefined, errors: [{ field: 'file', text }] }
}

async function sentBefore({ actor, form, read }: OfMinutes): Promise<CleanFile | undefined> {
  const id = parseId('file', form.typed['waiting']?.[0])
  if (!id || !isSignedIn(actor)) return undefined
  const before = await waitingFile(read, actor.account, id)
  return before?.mediaType === 'application/pdf' ? before : undefined
}

/** Before the form comes back: a browser never keeps a chosen file, so we do. */
async function keepSent({ database, actor }: OfMinutes, file: CleanFile | undefined) {
  if (!file || !isSignedIn(actor)) return undefined
  const { account } = actor
  const id = await database.transact(actor.jurisdiction, actor, (tx) => keepWaiting(tx, account, file))
  return { id, name: file.name }
}

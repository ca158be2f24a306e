import { anyone, isSignedIn } from '@folkmoot/basics/actor.ts'
import { mostDocumentBytes, storeDocument, type CleanFile } from '../../../platform/files/index.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { numberOf } from '../crumbs.ts'
import { mayPrepare } from '../rules.ts'
import * as commands from './commands.ts'
import * as rules from './rules.ts'
import { papersPage, say } from './show.tsx'

const addForm = fields({
  title: field.line({ most: 200 }),
  link: field.line({ least: 0, most: 500 }),
})
const whenForm = fields({ when: field.choice(['now', 'then']) })
const thenForm = fields({ day: field.date(), time: field.time() })

export const materialsRoutes: readonly Route[] = [
  route('meeting.papers', { allowed: anyone, records: 'nothing' }, (visit) => papersPage(visit)),

  route('meeting.add-material', { allowed: rules.mayAdd, records: ['meeting.material-added'] }, async (visit) => {
    const form = readForm(visit, addForm)
    const sent = await sentFile(visit)
    const wrongLink = form.ok && form.value.link !== '' && !isLink(form.value.link)
    const errors: readonly FieldError[] = [
      ...(form.ok ? [] : form.errors),
      ...sent.errors,
      ...(wrongLink ? [{ field: 'link', text: visit.common('not-a-link') }] : []),
    ]
    if (!form.ok || errors.length > 0) return papersPage(visit, errors)
    const added = await commands.addMaterial(visit.database, visit.actor, {
      ...atOf(visit),
      ...form.value,
      file: sent.file,
    })
    if (added.ok) return back(visit, added.value.isOut ? 'added-out' : 'added')
    if (added.refusal === 'link-or-file')
      return papersPage(visit, [{ field: 'link', text: say(visit)('refused.link-or-file') }])
    return refused(say(visit)(`refused.${added.refusal}`))
  }),

  route(
    'meeting.publish-papers',
    { allowed: mayPrepare, records: ['meeting.papers-published', 'meeting.papers-due'] },
    async (visit) => {
      const when = readForm(visit, whenForm)
      if (!when.ok) return papersPage(visit, when.errors)
      const then = when.value.when === 'then' ? readForm(visit, thenForm) : undefined
      if (then && !then.ok) return papersPage(visit, then.errors)
      const due = then
        ? then.value.day
            .toZonedDateTime({ timeZone: visit.jurisdiction.timeZone, plainTime: then.value.time })
            .toInstant()
        : null
      const published = await commands.publishPapers(visit.database, visit.actor, { ...atOf(visit), due })
      if (published.ok) return back(visit, due ? 'due' : 'published')
      if (published.refusal === 'in-the-past')
        return papersPage(visit, [{ field: 'day', text: say(visit)('refused.in-the-past') }])
      return refused(say(visit)(`refused.${published.refusal}`))
    },
  ),
]

type OfPapers = Visit<'meeting.add-material'> | Visit<'meeting.publish-papers'>

function atOf({ params }: OfPapers) {
  return { slug: params.problem, number: numberOf(params.number) }
}

/** Who is not signed in has been refused at the gate; what is no document comes back with its reason. */
async function sentFile(visit: Visit): Promise<{
  readonly file: CleanFile | undefined
  readonly errors: readonly FieldError[]
}> {
  const { file } = visit.form.files
  if (!file || !isSignedIn(visit.actor)) return { file: undefined, errors: [] }
  const stored = await storeDocument(visit.files, file)
  if (stored.ok) return { file: stored.value, errors: [] }
  const text = say(visit)(`refused.${stored.refusal}`, { megabytes: mostDocumentBytes / 1024 / 1024 })
  return { file: undefined, errors: [{ field: 'file', text }] }
}

function isLink(text: string): boolean {
  return text.startsWith('https://') && URL.canParse(text)
}

function back(visit: OfPapers, what: 'added' | 'added-out' | 'published' | 'due') {
  return redirectSaying(visit.to('meeting.papers', visit.params), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}

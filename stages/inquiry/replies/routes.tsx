import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { parseId, type Thing } from '@folkmoot/basics/ids.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { repliedTo } from './about.ts'
import * as commands from './commands.ts'
import { replyWords } from './messages/words.ts'
import { ReplyPage } from './pages/reply-page.tsx'
import * as rules from './rules.ts'

const replyForm = fields({
  kind: field.choice(rules.repliable),
  id: field.text({ most: 40 }),
  text: field.text({ most: rules.longestReply }),
})

export const replyRoutes: readonly Route[] = [
  route('inquiry.replying', { allowed: rules.mayReply, records: 'nothing' }, (visit) =>
    replyPage(visit, thingIn(visit.query.get('kind'), visit.query.get('id'))),
  ),

  route('inquiry.reply', { allowed: rules.mayReply, records: ['inquiry.reply-written'] }, async (visit) => {
    const { typed } = visit.form
    const about = thingIn(typed['kind']?.[0], typed['id']?.[0])
    const form = readForm(visit, replyForm)
    if (!form.ok || !about) return replyPage(visit, about, form.ok ? [] : form.errors)
    const say = replyWords.say(visit.lang)
    const { timeZone } = visit.jurisdiction
    const input = { slug: visit.params.problem, about, text: form.value.text, language: visit.lang, timeZone }
    const replied = await commands.replyToWords(visit.database, visit.actor, input)
    if (!replied.ok) return refused(say(`refused.${replied.refusal}`))
    return redirectSaying(`/${visit.lang}/${visit.jurisdiction.slug}${replied.value.path}#replies`, {
      text: say('done.replied'),
      next: say('done.replied-next', { kind: about.kind }),
    })
  }),
]

/** What she replies to, as the link to this page names it. */
function thingIn(kind: string | null | undefined, text: string | null | undefined): Thing<rules.Repliable> | undefined {
  const found = rules.repliable.find((one) => one === kind)
  const id = found && parseId(found, text ?? undefined)
  return found && id ? { kind: found, id } : undefined
}

async function replyPage(
  visit: Visit<'inquiry.replying'>,
  about: Thing<rules.Repliable> | undefined,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem || !about) return notFound()
  const to = await repliedTo(visit.read, about, problem)
  const allowed = rules.reply(to, visit.actor)
  const say = replyWords.say(visit.lang)
  if (!allowed.ok) return refused(say(`refused.${allowed.refusal}`))
  return page({
    title: say('reply.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ReplyPage
        reader={visit}
        typed={visit.form.typed}
        back={`/${visit.lang}/${visit.jurisdiction.slug}${to.path}`}
        {...{ say, errors, problem, about, to }}
      />
    ),
  })
}

import { anyone } from '@folkmoot/basics/actor.ts'
import { field, fields, readForm, redirectSaying, route, type Route } from '../../../platform/http/index.ts'
import { keepSent, sentFiles } from '../../problem/index.ts'
import { addIdea } from './commands.ts'
import { addComment, type Said } from './commenting.ts'
import { pagesOfComments } from './comment-store.ts'
import { joinIdea, leaveIdea } from './joining.ts'
import { ideaKinds, staffChannels } from './rules.ts'
import { mergeRoutes } from './merge-routes.tsx'
import { atIdea, errorsAt, refusedWith, say } from './replies.ts'
import * as rules from './rules.ts'
import { mapPage } from './map-page.tsx'
import { byStaffPage, ideaPage, ideasPage, nearPart, nearTyped, newIdeaPage, type AtNumber } from './show.tsx'
import { placeMap, pressedOn, whereTyped } from './where.ts'
import { writeDownIdea } from './writing-down.ts'

const ideaForm = fields({
  kind: field.choice(ideaKinds),
  title: field.line({ least: 3, most: 120 }),
  text: field.text({ most: 4000 }),
  place: field.line({ least: 0, most: 200 }),
  looked: field.ticked(),
})
const ownForm = ideaForm.extend({ group: field.optional(field.number({ least: 1, most: 9_999_999 })) })
const writeDownForm = ideaForm.extend({
  channel: field.choice(staffChannels),
  occasion: field.line({ least: 0, most: 120 }),
  email: field.optional(field.email()),
})
const commentForm = fields({
  words: field.text({ most: 2000 }),
  replyTo: field.optional(field.number({ least: 1, most: 9_999_999 })),
})

export const ideaRoutes: readonly Route[] = [
  route('draft.ideas', { allowed: anyone, records: 'nothing' }, (visit) => ideasPage(visit)),
  route('draft.new-idea', { allowed: rules.mayContribute, records: 'nothing' }, (visit) => newIdeaPage(visit)),

  // What is being typed stands in no address: addresses are logged.
  route('draft.near-ideas', { allowed: rules.mayContribute, records: 'nothing' }, async (visit) =>
    visit.isIsland ? nearPart(visit) : newIdeaPage(visit, { near: await nearTyped(visit), isLookedUp: true }),
  ),

  route('draft.add-idea', { allowed: rules.mayContribute, records: ['draft.idea-added'] }, async (visit) => {
    const map = await placeMap(visit)
    const sent = await sentFiles(visit, rules.contribute(visit.actor).ok)
    const pressed = pressedOn(visit, map)
    if (pressed) return newIdeaPage(visit, { typed: pressed, kept: await keepSent(visit, sent.files) })
    const [form, where] = [readForm(visit, ownForm), whereTyped(visit, map)]
    if (!form.ok || !where.ok || sent.errors.length > 0)
      return newIdeaPage(visit, {
        errors: [...(form.ok ? [] : form.errors), ...where.errors, ...sent.errors],
        kept: await keepSent(visit, sent.files),
      })
    const { looked, ...words } = form.value
    const near = looked ? [] : await nearTyped(visit)
    if (near.length > 0) return newIdeaPage(visit, { near, isLookedUp: true, kept: await keepSent(visit, sent.files) })
    const added = await addIdea(visit.database, visit.actor, {
      slug: visit.params.problem,
      language: visit.lang,
      ...words,
      ...where.value,
      files: sent.files,
    })
    if (!added.ok && added.refusal === 'not-in-group')
      return newIdeaPage(visit, {
        errors: errorsAt(visit, 'group', added.refusal),
        kept: await keepSent(visit, sent.files),
      })
    if (!added.ok) return refusedWith(visit, added.refusal)
    return redirectSaying(visit.to('draft.idea', { ...visit.params, number: added.value.number }), {
      text: say(visit)('done.added'),
      next: say(visit)('done.added-next'),
    })
  }),

  route('draft.idea-by-staff', { allowed: rules.mayWriteDown, records: 'nothing' }, (visit) => byStaffPage(visit)),

  route(
    'draft.write-down-idea',
    { allowed: rules.mayWriteDown, records: ['draft.idea-written-down'] },
    async (visit) => {
      const map = await placeMap(visit)
      const sent = await sentFiles(visit, rules.mayWriteDown.allows(visit.actor))
      const pressed = pressedOn(visit, map)
      if (pressed) return byStaffPage(visit, { typed: pressed, kept: await keepSent(visit, sent.files) })
      const [form, where] = [readForm(visit, writeDownForm), whereTyped(visit, map)]
      const wrong = [...(form.ok ? [] : form.errors), ...where.errors, ...sent.errors]
      if (!form.ok || !where.ok || wrong.length > 0)
        return byStaffPage(visit, { errors: wrong, kept: await keepSent(visit, sent.files) })
      const { looked, email, ...words } = form.value
      const near = looked ? [] : await nearTyped(visit)
      if (near.length > 0)
        return byStaffPage(visit, { near, isLookedUp: true, kept: await keepSent(visit, sent.files) })
      const written = await writeDownIdea(visit.database, visit.actor, {
        slug: visit.params.problem,
        language: visit.lang,
        ...words,
        ...where.value,
        // Only an event has a name; what was typed before another channel was chosen is no part of it.
        occasion: words.channel === 'event' ? words.occasion : '',
        email: email ?? '',
        files: sent.files,
      })
      if (written.ok)
        return redirectSaying(visit.to('draft.idea', { ...visit.params, number: written.value.number }), {
          text: say(visit)('done.written-down', { receipt: written.value.receipt }),
          next: say(visit)('done.written-down-next'),
        })
      if (written.refusal !== 'occasion-needed') return refusedWith(visit, written.refusal)
      const errors = errorsAt(visit, 'occasion', written.refusal)
      return byStaffPage(visit, { errors, kept: await keepSent(visit, sent.files) })
    },
  ),

  route('draft.ideas-map', { allowed: anyone, records: 'nothing' }, (visit) => mapPage(visit)),
  route('draft.idea', { allowed: anyone, records: 'nothing' }, (visit) => ideaPage(visit)),

  ...mergeRoutes,

  route('draft.join-idea', { allowed: rules.mayContribute, records: ['draft.idea-joined'] }, async (visit) => {
    const joined = await joinIdea(visit.database, visit.actor, atIdea(visit))
    if (!joined.ok) return refusedWith(visit, joined.refusal)
    return redirectSaying(visit.to('draft.idea', visit.params), {
      text: say(visit)('done.joined'),
      next: say(visit)('done.joined-next'),
    })
  }),

  route('draft.leave-idea', { allowed: rules.mayContribute, records: ['draft.idea-left'] }, async (visit) => {
    const left = await leaveIdea(visit.database, visit.actor, atIdea(visit))
    if (!left.ok) return refusedWith(visit, left.refusal)
    return redirectSaying(visit.to('draft.idea', visit.params), {
      text: say(visit)('done.left'),
      next: say(visit)('done.left-next'),
    })
  }),

  route('draft.comment', { allowed: rules.mayContribute, records: ['draft.commented'] }, async (visit) => {
    const form = readForm(visit, commentForm)
    if (!form.ok) return ideaPage(visit, form.errors)
    const { words: text, replyTo } = form.value
    const said = await addComment(visit.database, visit.actor, {
      ...atIdea(visit),
      text,
      replyTo,
      language: visit.lang,
    })
    if (!said.ok) return refusedWith(visit, said.refusal)
    return redirectSaying(await addressOf(visit, said.value), {
      text: say(visit)('done.commented'),
      next: say(visit)('done.commented-next'),
    })
  }),
]

/** The page on which the comment stands. */
async function addressOf(visit: AtNumber, { id, number }: Said): Promise<string> {
  const page = (await pagesOfComments(visit.read, [id])).get(id) ?? 1
  return `${visit.to('draft.idea', visit.params)}${page === 1 ? '' : `?page=${page}`}#comment-${number}`
}

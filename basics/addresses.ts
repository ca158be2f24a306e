/**
 * Every address of the platform, with its method, in one table. Links are made from it with `href`,
 * so a page can point anywhere without importing the page it points to. `app` binds each exactly once.
 */
const j = '/:lang/:jurisdiction'
const p = `${j}/problems/:problem` as const

export const addresses = {
  // the installation
  root: 'GET /',
  entry: 'GET /:jurisdiction',
  live: 'GET /live',
  ready: 'GET /ready',
  'set-up': 'GET /set-up/:code',
  'set-up.save': 'POST /set-up/:code',
  theme: 'GET /theme/:jurisdiction/:version',
  file: 'GET /files/:jurisdiction/:hash',

  // a jurisdiction
  home: `GET ${j}`,
  cases: `GET ${j}/problems`,
  owed: `GET ${j}/owed`,
  people: `GET ${j}/people`,
  person: `GET ${j}/people/:person`,
  search: `GET ${j}/search`,
  mandates: `GET ${j}/mandates`,
  'mandates.table': `GET ${j}/mandates.csv`,
  'mandates.rules': `GET ${j}/mandates/rules`,
  'mandates.say-majority': `POST ${j}/mandates/rules/majority`,
  'mandates.say-capacity': `POST ${j}/mandates/rules/capacity`,
  record: `GET ${j}/record`,
  feed: `GET ${j}/feed.atom`,
  popolo: `GET ${j}/popolo.json`,
  about: `GET ${j}/about/:page`,

  // one's own
  'sign-in': `GET ${j}/sign-in`,
  'sign-in.send': `POST ${j}/sign-in`,
  'sign-in.code': `GET ${j}/sign-in/code`,
  'sign-in.enter': `POST ${j}/sign-in/code`,
  'sign-out': `POST ${j}/sign-out`,
  welcome: `GET ${j}/welcome`,
  'welcome.save': `POST ${j}/welcome`,
  be: `GET ${j}/be`,
  'be.choose': `POST ${j}/be`,
  me: `GET ${j}/me`,
  'me.save': `POST ${j}/me`,
  'me.end-sessions': `POST ${j}/me/end-sessions`,
  desk: `GET ${j}/desk`,
  bench: `GET ${j}/bench`,
  'notices.read': `POST ${j}/notices/read`,

  // staff
  settings: `GET ${j}/settings`,
  'settings.save': `POST ${j}/settings`,
  'settings.mail-test': `POST ${j}/settings/mail-test`,
  'settings.body': `POST ${j}/settings/bodies`,
  'settings.member': `POST ${j}/settings/members`,
  'settings.term': `POST ${j}/settings/terms`,
  'settings.continue-terms': `POST ${j}/settings/terms/continued`,
  'settings.chair': `POST ${j}/settings/chairs`,
  'settings.invite': `POST ${j}/settings/staff`,
  'settings.link-person': `POST ${j}/settings/people`,
  outbox: `GET ${j}/outbox`,
  moderation: `GET ${j}/moderation`,
  'moderation.report': `POST ${j}/moderation/reports`,
  'moderation.hide': `POST ${j}/moderation/hidden`,
  'moderation.restore': `POST ${j}/moderation/restored`,

  // one problem
  journey: `GET ${p}`,
  'journey.follow': `POST ${p}/follow`,
  'journey.thread': `GET ${p}/thread.csv`,
  'journey.record': `GET ${p}/record`,
  'journey.bench': `GET ${p}/bench`,

  'problem.agenda': `GET ${j}/agenda`,
  'problem.rule': `GET ${j}/settings/agenda-rule`,
  'problem.set-rule': `POST ${j}/settings/agenda-rule`,
  'problem.handovers': `GET ${j}/handovers`,
  'problem.handover': `GET ${j}/handovers/:number`,
  'problem.answer-handover': `POST ${j}/handovers/:number`,
  'problem.new': `GET ${j}/problems/new`,
  'problem.near': `POST ${j}/problems/near`,
  'problem.raise': `POST ${j}/problems/new`,
  'problem.by-staff': `GET ${j}/problems/by-staff`,
  'problem.write-down': `POST ${j}/problems/by-staff`,
  'problem.interests': `GET ${j}/interests`,
  'problem.interests-data': `GET ${j}/interests.json`,
  'problem.interests-table': `GET ${j}/interests.csv`,
  'problem.declaring': `GET ${j}/interests/declare`,
  'problem.declare': `POST ${j}/interests/declare`,
  'problem.withdraw-declaration': `POST ${j}/interests/withdrawn`,
  'problem.declaration': `GET ${j}/interests/:organisation`,
  'problem.declaring-matter': `GET ${p}/problem/interest`,
  'problem.declare-matter': `POST ${p}/problem/interest`,
  'problem.withdraw-matter': `POST ${p}/problem/interest/withdrawn`,
  'problem.page': `GET ${p}/problem`,
  'problem.merging': `GET ${p}/problem/merge`,
  'problem.merge': `POST ${p}/problem/merge`,
  'problem.undo-merger': `POST ${p}/problem/merge/undo`,
  'problem.splitting': `GET ${p}/problem/split`,
  'problem.split': `POST ${p}/problem/split`,
  'problem.sponsor': `POST ${p}/problem/sponsor`,
  'problem.invite-sponsor': `POST ${p}/problem/sponsor/invitations`,
  'problem.decline-invitation': `POST ${p}/problem/sponsor/declined`,
  'problem.step-back': `POST ${p}/problem/sponsor/ended`,
  'problem.support': `POST ${p}/problem/support`,
  'problem.take-support-back': `POST ${p}/problem/support/back`,
  'problem.sheet': `GET ${p}/problem/signatures`,
  'problem.enter-signatures': `POST ${p}/problem/signatures`,
  'problem.answering': `GET ${p}/problem/answers/:number`,
  'problem.draft-answer': `POST ${p}/problem/answers/:number`,
  'problem.confirm-answer': `POST ${p}/problem/answers/:number/confirm`,
  'problem.reframing': `GET ${p}/problem/reframe`,
  'problem.reframe': `POST ${p}/problem/reframe`,
  'problem.answer-framing': `POST ${p}/problem/framings/:number`,
  'problem.actors': `GET ${p}/problem/actors`,
  'problem.naming-actor': `GET ${p}/problem/actors/new`,
  'problem.handing-over': `GET ${p}/problem/hand-over`,
  'problem.hand-over': `POST ${p}/problem/hand-over`,
  'problem.inviting-parts': `GET ${p}/problem/parts`,
  'problem.invite-parts': `POST ${p}/problem/parts`,
  'problem.add-actor': `POST ${p}/problem/actors`,
  'problem.actor': `GET ${p}/problem/actors/:number`,
  'problem.correct-actor': `POST ${p}/problem/actors/:number`,

  'mandate.page': `GET ${p}/mandate`,
  'mandate.edit': `GET ${p}/mandate/edit`,
  'mandate.save': `POST ${p}/mandate/edit`,
  'mandate.preset': `POST ${p}/mandate/preset`,
  'mandate.models': `GET ${p}/mandate/models`,
  'mandate.model': `GET ${p}/mandate/models/:model`,
  'mandate.begin-from-model': `POST ${p}/mandate/models/:model`,
  'mandate.gate': `GET ${p}/mandate/gate`,
  'mandate.pass-gate': `POST ${p}/mandate/gate`,
  'mandate.adoption': `GET ${p}/mandate/adopt`,
  'mandate.draft-adoption': `POST ${p}/mandate/adopt`,
  'mandate.confirm-adoption': `POST ${p}/mandate/confirm`,
  'mandate.withdraw': `POST ${p}/mandate/withdraw`,
  'mandate.history': `GET ${p}/mandate/history`,
  'mandate.compare': `GET ${p}/mandate/compare`,
  'mandate.data': `GET ${p}/mandate.json`,

  'arena.people': `GET ${p}/people`,
  'arena.open-call': `POST ${p}/people/call`,
  'arena.application': `GET ${p}/people/apply`,
  'arena.apply': `POST ${p}/people/apply`,
  'arena.applications': `GET ${p}/people/applications`,
  'arena.select': `POST ${p}/people/applications/:number`,
  'arena.seat-politician': `POST ${p}/people/politicians`,
  'arena.confirm': `POST ${p}/people/confirm`,

  'meeting.all': `GET ${j}/meetings`,
  'meeting.calendar': `GET ${j}/calendar.ics`,
  'meeting.series': `GET ${p}/meetings`,
  'meeting.series-calendar': `GET ${p}/calendar.ics`,
  'meeting.new': `GET ${p}/meetings/new`,
  'meeting.call': `POST ${p}/meetings/new`,
  'meeting.page': `GET ${p}/meetings/:number`,
  'meeting.add-item': `POST ${p}/meetings/:number/items`,
  'meeting.minutes': `GET ${p}/meetings/:number/minutes`,
  'meeting.write-minutes': `POST ${p}/meetings/:number/minutes`,
  'meeting.record-attendance': `POST ${p}/meetings/:number/attendance`,
  'meeting.changing': `GET ${p}/meetings/:number/edit`,
  'meeting.change': `POST ${p}/meetings/:number/edit`,
  'meeting.cancel': `POST ${p}/meetings/:number/cancel`,

  'inquiry.questions': `GET ${p}/questions`,
  'inquiry.ask': `POST ${p}/questions`,
  'inquiry.question': `GET ${p}/questions/:number`,
  'inquiry.answer': `POST ${p}/questions/:number/answer`,
  'inquiry.judge': `POST ${p}/questions/:number/judgement`,
  'inquiry.notes': `GET ${p}/notes`,
  'inquiry.write-note': `POST ${p}/notes`,

  'opinion.statements': `GET ${p}/statements`,
  'opinion.vote': `POST ${p}/statements/:number/vote`,
  'opinion.statement': `GET ${p}/statements/:number`,
  'opinion.new': `GET ${p}/statements/new`,
  'opinion.state': `POST ${p}/statements/new`,
  'opinion.mine': `GET ${p}/statements/mine`,
  'opinion.results': `GET ${p}/statements/results`,
  'opinion.open': `POST ${p}/statements/open`,
  'opinion.close': `POST ${p}/statements/close`,

  'draft.ideas': `GET ${p}/ideas`,
  'draft.add-idea': `POST ${p}/ideas`,
  'draft.idea': `GET ${p}/ideas/:number`,
  'draft.page': `GET ${p}/draft`,
  'draft.new': `GET ${p}/draft/new`,
  'draft.propose': `POST ${p}/draft/new`,
  'draft.recommendation': `GET ${p}/draft/:number`,
  'draft.edit': `GET ${p}/draft/:number/edit`,
  'draft.revise': `POST ${p}/draft/:number/edit`,
  'draft.add-clause': `POST ${p}/draft/:number/clauses`,
  'draft.stand': `POST ${p}/draft/:number/stand`,
  'draft.minority-text': `POST ${p}/draft/:number/minority`,

  'decision.page': `GET ${p}/answer`,
  'decision.check': `POST ${p}/answer/check`,
  'decision.answer-check': `POST ${p}/answer/check/:number`,
  'decision.hand-over': `POST ${p}/answer/hand-over`,
  'decision.snapshot': `GET ${p}/answer/handed-over`,
  'decision.set-dates': `POST ${p}/answer/dates`,
  'decision.write-staff-note': `POST ${p}/answer/staff-note`,
  'decision.recommendation': `GET ${p}/answer/:number`,
  'decision.answering': `GET ${p}/answer/:number/edit`,
  'decision.answer': `POST ${p}/answer/:number/edit`,
  'decision.voting': `GET ${p}/answer/vote`,
  'decision.record-vote': `POST ${p}/answer/vote`,
  'decision.confirm-vote': `POST ${p}/answer/vote/confirm`,
  'decision.close': `POST ${p}/answer/close`,

  'delivery.page': `GET ${p}/delivery`,
  'delivery.new': `GET ${p}/delivery/new`,
  'delivery.commit': `POST ${p}/delivery/new`,
  'delivery.commitment': `GET ${p}/delivery/:number`,
  'delivery.confirm': `POST ${p}/delivery/:number/confirm`,
  'delivery.report': `POST ${p}/delivery/:number/report`,
  'delivery.reach-milestone': `POST ${p}/delivery/:number/milestones`,
  'delivery.pledging': `GET ${p}/delivery/pledge`,
  'delivery.pledge': `POST ${p}/delivery/pledge`,
  'delivery.keep-pledge': `POST ${p}/delivery/pledges/:number`,

  'outcome.page': `GET ${p}/outcome`,
  'outcome.new': `GET ${p}/outcome/new`,
  'outcome.intend': `POST ${p}/outcome/new`,
  'outcome.measure': `POST ${p}/outcome/:number/measurements`,
  'outcome.account': `GET ${p}/outcome/account`,
  'outcome.write-account': `POST ${p}/outcome/account`,
  'outcome.sign-account': `POST ${p}/outcome/account/sign`,
} as const

export type Address = keyof typeof addresses

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

export type Params<A extends Address> = { readonly [Name in ParamNames<(typeof addresses)[A]>]: string | number }

/** The path of an address, parameters filled in and escaped: `href('journey', { lang: 'en', jurisdiction: 'lindhavn', problem: 'harbour' })`. */
export function href<A extends Address>(address: A, params: Params<A>): string {
  const values: Readonly<Record<string, string | number>> = params
  return pathOf(address).replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

export function methodOf(address: Address): 'GET' | 'POST' {
  return addresses[address].startsWith('GET ') ? 'GET' : 'POST'
}

export function pathOf(address: Address): string {
  return addresses[address].slice(addresses[address].indexOf(' ') + 1)
}

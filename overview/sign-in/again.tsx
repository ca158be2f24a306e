import { isSignedIn, provesAtLeast, signedIn, type SignedIn } from '@folkmoot/basics/actor.ts'
import { notFound, page, route, type Reply, type Route, type Visit } from '../../platform/http/index.ts'
import { accountById, keepAct, keptAct } from '../../platform/identity/index.ts'
import { externalsOf, type Level } from '../../platform/identity/oidc/index.ts'
import { signInWords } from './messages/words.ts'
import { withNext } from './next.ts'
import { GoOn, ProveAgain } from './pages/again-page.tsx'

export const againRoutes: readonly Route[] = [
  route('sign-in.again', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    const wanted = { id: visit.params.act, now: visit.now }
    const act = isSignedIn(actor) ? await keptAct(visit.read, { account: actor.account, ...wanted }) : undefined
    if (!act) return notFound()
    const say = signInWords.say(visit.lang)
    return page({
      title: say('again.go-on-title'),
      body: <GoOn say={say} path={act.path} typed={act.typed} leave={visit.to('home')} />,
    })
  }),
]

export type Asking = { readonly path: string; readonly hours: number; readonly level: Level }

/** Instead of an act of weight by a sign-in that proves too little or too long ago: nothing is done, and nothing typed is lost. */
export async function askToProveAgain(visit: Visit, actor: SignedIn, { path, hours, level }: Asking): Promise<Reply> {
  const { 'form-token': _token, ...typed } = visit.form.typed
  const account = await accountById(visit.read, actor.account)
  const act = await visit.database.transact(visit.jurisdiction.id, actor, (tx) =>
    keepAct(tx, actor.account, { path, typed }),
  )
  const say = signInWords.say(visit.lang)
  const next = visit.to('sign-in.again', { act })
  const linked = await externalsOf(visit.read, actor.account)
  const eid = (visit.eid?.offered ?? [])
    .filter(({ best }) => provesAtLeast({ assurance: best }, level))
    .map(({ name, label, issuer }) => ({ name, label, isLinked: linked.some((one) => one.issuer === issuer) }))
    // Linking one is itself an act that asks for a fresh sign-in: no way to one.
    .filter(({ isLinked }) => isLinked || level !== 'low')
  return page({
    title: say('again.title'),
    status: 403,
    body: (
      <ProveAgain
        say={say}
        hours={hours}
        email={level === 'low' ? (account?.email ?? null) : null}
        eid={eid.map(({ name, label, isLinked }) => ({
          label,
          action: visit.to(isLinked ? 'sign-in.with' : 'me.link', { provider: name }),
        }))}
        next={next}
        to={{
          send: visit.to('sign-in.send'),
          passkey: level === 'low' ? visit.to('sign-in.ask-passkey') : null,
          back: withNext(visit.to('sign-in'), next),
        }}
      />
    ),
  })
}

import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Checkboxes,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Prose,
  Row,
  Section,
  TextField,
  Trail,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Became } from '../../../opinion/index.ts'
import { citableKinds, type Citable } from '../../citable.ts'
import type { SayDraft } from '../../messages/words.ts'
import { HiddenText, Report } from '../../pages/parts.tsx'
import type { SayText } from '../messages/words.ts'
import type { StandingClause } from '../store.ts'

export type ClausePageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  readonly clause: StandingClause
  readonly stone: Tombstone | undefined
  /** What it comes from, each with its full address. */
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    readonly kind: string
  }[]
  /** How many of its sources cannot be read by anyone. */
  readonly unreadable: number
  readonly became: readonly Became[]
  /** Changes, poll and comments. */
  readonly margin: Child
  readonly mayCite: boolean
  readonly offered: Offered
  readonly errors: Errors
  readonly typed: Typed
}

/** What a clause could come from besides, as far as the search found it. */
export type Offered = { readonly words: string; readonly found: readonly Citable[]; readonly count: number }

/** One clause: what it comes from, what became of it, and for who writes the way to say where it comes from. */
export function ClausePage(props: ClausePageProps) {
  const { reader, say, sayDraft, slug, question, clause, stone, became, errors } = props
  const { position, number, recommendation } = clause
  const back =
    recommendation === null
      ? `${reader.to('draft.page', { problem: slug })}#clause-${clause.id}`
      : `${reader.to('draft.recommendation', { problem: slug, number: recommendation })}#clause-${number}`
  return (
    <div class="fm-stack fm-stack--8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('clause.title', { section: position, number })} />
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <blockquote class="fm-rectext">
          <Prose text={clause.text} />
        </blockquote>
      )}
      <p>
        <a href={back}>
          {recommendation === null
            ? say('clause.in-passage', { number: position })
            : say('clause.in-recommendation', { number: recommendation })}
        </a>
      </p>
      {props.margin}
      <Sources {...props} />
      {became.length > 0 ? (
        <Section id="became" title={say('clause.became')}>
          <Trail steps={became} />
        </Section>
      ) : null}
      {props.mayCite ? <Cite {...props} /> : null}
      {stone || !reader.actor.account ? null : (
        <Report
          reader={reader}
          say={sayDraft}
          kind="clause"
          id={clause.id}
          about={say('clause.title', { section: position, number })}
        />
      )}
    </div>
  )
}

function Sources({ reader, say, slug, clause, sources, unreadable, mayCite }: ClausePageProps) {
  return (
    <Section id="sources" title={say('clause.sources', { count: sources.length })}>
      {sources.length === 0 ? (
        <Note icon="info">
          <p>{say('uncited.clause')}</p>
        </Note>
      ) : (
        <List
          isTight
          items={sources.map(({ id, title, href, kind }) => (
            <Row isSpread>
              <span>
                <a href={href}>{title}</a> <span class="fm-mini">{kind}</span>
              </span>
              {mayCite ? (
                <Form action={reader.to('draft.uncite', { problem: slug, clause: clause.id })} shape="inline">
                  <HiddenField name="cited" value={id} />
                  <Button variant="tertiary" size="sm">
                    {say('cite.take-back', { title: shortened(title) })}
                  </Button>
                </Form>
              ) : null}
            </Row>
          ))}
        />
      )}
      {unreadable > 0 ? <p class="fm-mini">{say('clause.unreadable', { count: unreadable })}</p> : null}
    </Section>
  )
}

function Cite({ reader, say, sayDraft, slug, clause, offered, errors, typed }: ClausePageProps) {
  const at = { problem: slug, clause: clause.id }
  const groups = citableKinds
    .map((kind) => ({ kind, things: offered.found.filter(({ thing }) => thing.kind === kind) }))
    .filter(({ things }) => things.length > 0)
  return (
    <Section id="cite" title={say('cite.title')} lead={say('cite.lead')}>
      <Form action={`${reader.to('draft.clause', at)}#cite`} method="get" shape="search" label={say('cite.search')}>
        <TextField name="q" label={say('cite.search')} type="search" value={offered.words} />
        <Button variant="secondary">{say('cite.find')}</Button>
      </Form>
      {groups.length === 0 ? (
        <Empty level={3} title={say('cite.none')}>
          {say('cite.none-next')}
        </Empty>
      ) : (
        <Form action={reader.to('draft.cite', at)} label={say('cite.title')}>
          <HiddenField name="q" value={offered.words} />
          <p class="fm-mini">{say('cite.shown', { shown: offered.found.length, count: offered.count })}</p>
          {groups.map(({ kind, things }, i) => (
            <Checkboxes
              name={i === 0 ? 'cites' : `cites-${kind}`}
              label={sayDraft(`cites.${kind}`)}
              options={things.map(({ thing, title }) => ({ value: thing.id, label: title }))}
              errors={errors}
              typed={typed}
              required
            />
          ))}
          <Button>{say('cite.send')}</Button>
        </Form>
      )}
    </Section>
  )
}

function shortened(title: string): string {
  return title.length <= 40 ? title : `${title.slice(0, title.lastIndexOf(' ', 40))}…`
}

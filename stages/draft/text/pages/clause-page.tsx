import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Prose,
  Row,
  Section,
  Trail,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import type { Became } from '../../../opinion/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import { HiddenText, Report } from '../../pages/parts.tsx'
import type { SayText } from '../messages/words.ts'
import type { StandingClause } from '../store.ts'
import { Cite, type Offered } from './cite.tsx'

export type ClausePageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  /** Of the case: the language its group writes in. */
  readonly language: string
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
  /** What it could come from besides; null for who does not write. */
  readonly offered: Offered | null
  readonly errors: Errors
  readonly typed: Typed
}

/** One clause: what it comes from, what became of it, and for who writes the way to say where it comes from. */
export function ClausePage(props: ClausePageProps) {
  const { reader, say, sayDraft, slug, question, language, clause, stone, became, errors } = props
  const { position, number, recommendation } = clause
  const back =
    recommendation === null
      ? `${reader.to('draft.page', { problem: slug })}#clause-${clause.id}`
      : `${reader.to('draft.recommendation', { problem: slug, number: recommendation })}#clause-${number}`
  return (
    <div class="fm-stack fm-stack--8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={language}>{question}</Said>}
        title={say('clause.title', { section: position, number })}
      />
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <blockquote class="fm-rectext">
          <Prose text={clause.text} lang={language} />
        </blockquote>
      )}
      <p>
        <a href={back}>
          {recommendation === null
            ? say('clause.in-passage', { number: position })
            : say('clause.in-recommendation', { number: recommendation })}
        </a>
      </p>
      <Sources {...props} />
      {props.offered ? <Cite {...props} offered={props.offered} /> : null}
      {props.margin}
      {became.length > 0 ? (
        <Section id="became" title={say('clause.became')}>
          <Trail steps={became} />
        </Section>
      ) : null}
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
                    {say('cite.take-back')}
                    <span class="fm-vh">: {title}</span>
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

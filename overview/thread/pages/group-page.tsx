import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import { Empty, Head, List, Pager, Section, TraceChip, Said } from '../../../ui/index.ts'
import type { SayThread } from '../messages/words.ts'
import type { MatterClause, ThreadMatter } from '../thread-matter.ts'

export type GivenRow = {
  readonly title: string
  /** Empty where it is hidden from everybody. */
  readonly href: string
  readonly kind: string
  /** Where all that became of it stands. */
  readonly fate: string
  /** The first clauses that name it, or what it goes on in. */
  readonly clauses: readonly Pick<MatterClause, 'text' | 'lang' | 'href'>[]
  readonly more: number
}

export type GroupPageProps = {
  readonly reader: Reader
  readonly say: SayThread
  readonly slug: string
  readonly question: string
  /** Of the case. */
  readonly language: string
  readonly title: string
  readonly lead: string
  readonly count: number
  readonly page: number
  readonly last: number
  readonly href: (page: number) => string
  readonly children: Child
}

/** A group of the thread as a list: everything that is in it, some on each page. */
export function GroupPage(props: GroupPageProps) {
  const { reader, say, slug, question, title, lead, count, page, last, href } = props
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={<Said lang={props.language}>{question}</Said>} title={title} lead={lead} size="s" />
      {count === 0 ? (
        <Empty level={2} title={say('list.none')}>
          {say('list.none-next')}
        </Empty>
      ) : (
        props.children
      )}
      {last > 1 ? (
        <Pager
          label={say('list.pages')}
          before={page > 1 ? { href: href(page - 1), text: say('list.before') } : undefined}
          here={{ text: say('list.here', { page, last }) }}
          after={page < last ? { href: href(page + 1), text: say('list.after') } : undefined}
        />
      ) : null}
      <p>
        <a href={reader.to('thread.page', { problem: slug })}>{say('list.back')}</a>
      </p>
    </div>
  )
}

export type GivenListProps = {
  readonly say: SayThread
  readonly rows: readonly GivenRow[]
  /** What stands where no clause names one; '' where that is said above the list. */
  readonly nothing: string
}

/** Contributions, each with where it went. */
export function GivenList({ say, rows, nothing }: GivenListProps) {
  return (
    <List
      items={rows.map(({ title, href, kind, fate, clauses, more }) => (
        <div class="fm-stack fm-stack--2">
          {kind === '' ? null : <p class="fm-mini">{kind}</p>}
          <p>{href === '' ? <span class="fm-muted">{title}</span> : <a href={href}>{title}</a>}</p>
          {clauses.length === 0 ? (
            nothing === '' ? null : (
              <p class="fm-small fm-muted">{nothing}</p>
            )
          ) : (
            clauses.map((clause) => (
              <p class="fm-small">
                {say('list.in')}{' '}
                <a href={clause.href} lang={clause.lang}>
                  {clause.text}
                </a>
              </p>
            ))
          )}
          {clauses.length === 0 ? null : (
            <p class="fm-small">
              <a href={fate}>{more > 0 ? say('list.more', { count: more }) : say('list.fate')}</a>
            </p>
          )}
        </div>
      ))}
    />
  )
}

/** Clauses, each with how much it came from. */
export function ClauseRows({
  say,
  clauses,
  countOf,
}: {
  readonly say: SayThread
  readonly clauses: readonly MatterClause[]
  readonly countOf: (clause: MatterClause) => number
}) {
  return (
    <List
      items={clauses.map((clause) => {
        const count = countOf(clause)
        return (
          <div class="fm-stack fm-stack--2">
            <a href={clause.href} lang={clause.lang}>
              {clause.text}
            </a>
            {count > 0 ? (
              <TraceChip href={clause.sources}>{say('list.from', { count })}</TraceChip>
            ) : (
              <p class="fm-small fm-muted">
                {say(clause.cites.length > 0 ? 'list.from-question' : 'uncited', { count: 0 })}
              </p>
            )}
          </div>
        )
      })}
    />
  )
}

/** Recommendations that share a box, each with its clauses. */
export function RecommendationRows({
  say,
  recommendations,
  countOf,
}: Omit<Parameters<typeof ClauseRows>[0], 'clauses'> & {
  readonly recommendations: ThreadMatter['recommendations']
}) {
  return recommendations.map(({ number, title, lang, href, clauses }) => (
    <Section
      id={`recommendation-${number}`}
      title={
        <a href={href} lang={lang}>
          {`${number} ${title}`}
        </a>
      }
      size="mid"
    >
      <ClauseRows {...{ say, clauses, countOf }} />
    </Section>
  ))
}

import type { Id } from '@folkmoot/basics/ids.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import type { MissingLine } from '../../../stages/arena/index.ts'
import { letterOf, type PublishedMap } from '../../../stages/opinion/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { Details, Head, List, Said, Section } from '../../../ui/index.ts'
import { enoughReasons, type TakeUpLists } from '../lists.ts'
import type { SayTakeUp } from '../messages/words.ts'
import { StatementLine, type LineProps } from './statement-line.tsx'

export type TakenWhere = {
  /** Null in the background of the text. */
  readonly recommendation: {
    readonly number: number
    readonly title: string
    readonly lang?: string | undefined
  } | null
  readonly href: string
}

export type TakeUpPageProps = Pick<LineProps, 'ways'> & {
  readonly reader: Reader
  readonly say: SayTakeUp
  readonly problem: Problem
  readonly lists: TakeUpLists
  readonly map: PublishedMap | undefined
  readonly where: (statement: Id) => readonly TakenWhere[]
  readonly atTheTable: MissingLine | null
  /** Null where nobody has chosen what to compare with. */
  readonly voters: Child | null
}

/** What people think, beside the text of the group: what is left to do about it, and what is done. */
export function TakeUpPage(props: TakeUpPageProps) {
  const { reader, say, problem } = props
  const at = { problem: problem.slug }
  return (
    <div class="fm-stack fm-stack--8">
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('title')}
        lead={say(problem.source === null ? 'lead' : 'lead-told')}
      />
      <Agreed {...props} />
      <Divided {...props} />
      <Unclear {...props} />
      <NotHeard {...props} />
      <Taken {...props} />
      <List
        isTight
        items={[
          <a href={reader.to('opinion.results', at)}>{say('to-results')}</a>,
          <a href={reader.to('opinion.map', at)}>{say('to-map')}</a>,
          <a href={reader.to('draft.page', at)}>{say('to-draft')}</a>,
        ]}
      />
    </div>
  )
}

function Agreed(props: TakeUpPageProps) {
  const { say, lists, map } = props
  const none = map === undefined ? 'agreed-no-map' : lists.taken.length > 0 ? 'agreed-all' : 'agreed-none'
  return (
    <Section id="agreed" title={say('agreed')} lead={say(isCrowd(props) ? 'agreed-chosen-crowd' : 'agreed-chosen')}>
      <Lines
        none={say(none)}
        lines={lists.agreed.map(({ result, ...agreed }) => (
          <StatementLine {...props} slug={props.problem.slug} result={result} words={agreedWords(props, agreed)} />
        ))}
      />
    </Section>
  )
}

function agreedWords(
  props: TakeUpPageProps,
  { side, least }: { readonly side: 'agree' | 'disagree'; readonly least: number },
): string {
  return props.say(isCrowd(props) ? 'agreed-line-crowd' : 'agreed-line', { side, least })
}

function Divided(props: TakeUpPageProps) {
  const { say, lists } = props
  const enough = { enough: enoughReasons }
  const done = lists.reasoned === 0 ? null : say('divided-done', { ...enough, count: lists.reasoned })
  return (
    <Section
      id="divided"
      title={say('divided')}
      lead={say(isCrowd(props) ? 'divided-chosen-crowd' : 'divided-chosen', enough)}
    >
      <Lines
        none={done ?? say('divided-none')}
        lines={lists.divided.map(({ result, reasons }) => (
          <StatementLine
            {...props}
            slug={props.problem.slug}
            result={result}
            words={`${apartWords(props, result)} ${say('reasons', { count: reasons })}`}
          />
        ))}
      />
      {done !== null && lists.divided.length > 0 ? <p class="fm-mini">{done}</p> : null}
    </Section>
  )
}

/** "9 of 10 or more of group A agree, about 2 of 10 of group B agree." */
function apartWords(props: TakeUpPageProps, { statement, share }: LineProps['result']): string {
  const { reader, say, map } = props
  if (isCrowd(props)) return share === null ? '' : say('divided-share', { share: Math.round(share * 100) / 100 })
  const groups = map?.statements.find(({ number }) => number === statement.number)?.groups ?? []
  const each = (map?.groups ?? []).map(({ letter }, at) => {
    const tenths = groups[at]?.agree ?? null
    return say('divided-group', {
      letter: letterOf(letter),
      share: tenths === null ? say('tenths-none') : say('tenths', { tenths }),
    })
  })
  const words = new Intl.ListFormat(reader.lang, { type: 'conjunction' }).format(each)
  return `${words.charAt(0).toLocaleUpperCase(reader.lang)}${words.slice(1)}.`
}

function Unclear(props: TakeUpPageProps) {
  const { say, lists } = props
  return (
    <Section id="unclear" title={say('unclear')} lead={say('unclear-chosen')}>
      <Lines
        none={say('unclear-none')}
        lines={lists.unclear.map(({ result, passed, voters }) => (
          <StatementLine
            {...props}
            slug={props.problem.slug}
            result={result}
            words={say('unclear-line', { passed, voters })}
          />
        ))}
      />
    </Section>
  )
}

function NotHeard({ reader, say, problem, atTheTable, voters }: TakeUpPageProps) {
  if (problem.source !== null) return null
  return (
    <Section
      id="missing"
      title={say('missing')}
      lead={say('missing-chosen')}
      more={{ href: reader.to('journey.missing', { problem: problem.slug }), text: say('missing-more') }}
    >
      {atTheTable ? (
        <p class="fm-text">
          <a href={atTheTable.href}>{atTheTable.sentence}</a>
        </p>
      ) : null}
      {voters === null ? (
        <p class="fm-text">{say('missing-none')}</p>
      ) : (
        <Details summary={say('missing-compared')}>{voters}</Details>
      )}
    </Section>
  )
}

function Taken(props: TakeUpPageProps) {
  const { say, lists, where } = props
  if (lists.taken.length === 0) return null
  return (
    <Section id="taken" title={say('taken')} lead={say('taken-lead')}>
      <Lines
        none=""
        lines={lists.taken.map(({ result, ...agreed }) => (
          <StatementLine
            {...props}
            slug={props.problem.slug}
            result={result}
            words={agreedWords(props, agreed)}
            ways={() => ({ clause: undefined, reply: undefined, agenda: undefined })}
          >
            <List
              isTight
              items={where(result.statement.id).map(({ recommendation, href }) => (
                <a href={href} lang={recommendation?.lang}>
                  {recommendation
                    ? say('taken-where', { number: recommendation.number, title: recommendation.title })
                    : say('taken-background')}
                </a>
              ))}
            />
          </StatementLine>
        ))}
      />
    </Section>
  )
}

function Lines({ none, lines }: { readonly none: string; readonly lines: readonly Child[] }) {
  return lines.length === 0 ? <p class="fm-text">{none}</p> : <List items={lines} />
}

function isCrowd({ map }: TakeUpPageProps): boolean {
  return map === undefined || map.groups.length === 0
}

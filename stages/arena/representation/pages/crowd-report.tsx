import type { Reader } from '../../../../platform/http/index.ts'
import { BarChart, Details, List, Note, StateTag, Table, type IconName, type TagColor } from '../../../../ui/index.ts'
import type { SayRepresentation } from '../messages/words.ts'
import { overallOf, type CrowdReport, type FeatureReport, type ReportLine } from '../report.ts'

/** Whose report it is: each is said in its own words. */
export type CrowdName = 'members' | 'applicants' | 'voters' | 'contributors'

export type CrowdReportProps = {
  readonly reader: Pick<Reader, 'lang' | 'to'>
  readonly say: SayRepresentation
  readonly placeLang: string
  readonly crowd: CrowdName
  readonly report: CrowdReport
  /** The table they are compared with, and of when it tells. */
  readonly source: { readonly name: string; readonly asOf: string; readonly href: string }
  /** The level of the heading of each feature. */
  readonly level: 3 | 4
}

/** A crowd against the place: sentences first, then a picture, then the numbers. */
export function CrowdReportPart(props: CrowdReportProps) {
  const { say, report, crowd } = props
  const all = overallOf(report)
  if (report.told === 0 || !all) {
    return <p class="fm-text">{say(report.told === 0 ? `${crowd}.none` : `${crowd}.few`)}</p>
  }
  return (
    <>
      <p class="fm-text">{say(`${crowd}.told`, { told: report.told, people: report.people })}</p>
      {report.features.length > 1 ? (
        <p class="fm-text">
          <strong>{say('likeness.all', { index: all.index })}</strong>{' '}
          {say('likeness.beside', { chance: all.byChance, best: all.best })}
        </p>
      ) : null}
      {report.features.map((one) => (
        <FeaturePart {...props} one={one} />
      ))}
      <p class="fm-small">
        <a href={props.reader.to('about', { page: 'representation' })}>{say('likeness.how')}</a>
      </p>
    </>
  )
}

function FeaturePart(props: CrowdReportProps & { readonly one: CrowdReport['features'][number] }) {
  const { say, placeLang, one, level } = props
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <div class="fm-stack fm-stack--3">
      <Heading lang={placeLang}>{one.feature.name}</Heading>
      {'few' in one ? <p class="fm-small fm-muted">{say('feature.few')}</p> : <Shown {...props} one={one} />}
    </div>
  )
}

function Shown(props: CrowdReportProps & { readonly one: FeatureReport }) {
  const { say, placeLang, one, source, crowd } = props
  const { likeness } = one
  return (
    <>
      <List
        isTight
        items={one.lines.map((line) => (
          <div>
            <Verdict say={say} line={line} />{' '}
            {say('line.sentence', {
              name: namesOf(say, line.names),
              count: line.count,
              told: one.told,
              place: placeCount(one, line),
            })}
          </div>
        ))}
      />
      {one.below && one.below.length > 0 ? (
        <Note icon="info">
          {one.below.map((code) => (
            <p>{say(`rule.${code}`, { share: one.genderShare })}</p>
          ))}
        </Note>
      ) : null}
      <BarChart
        id={`chart-${crowd}-${one.feature.id}`}
        title={say('chart.title', { feature: one.feature.name, index: likeness.index })}
        unit={say('chart.unit')}
        bars={one.lines.flatMap((line) => barsOf(say, line))}
        source={
          <>
            {say('chart.source')}{' '}
            <a href={source.href} lang={placeLang}>
              {source.name}
            </a>
            , {source.asOf}
          </>
        }
      />
      <p class="fm-small">
        {say('likeness.one', { index: likeness.index, other: 1 - likeness.index })}{' '}
        {say('likeness.beside', { chance: 1 - likeness.chance.mean, best: likeness.best })}{' '}
        {say('likeness.chance', { share: Math.round(likeness.chance.asFar * 100) })}
      </p>
      <Details summary={say('table.open')}>
        <Numbers {...props} one={one} />
      </Details>
    </>
  )
}

function Numbers({ say, placeLang, one }: CrowdReportProps & { readonly one: FeatureReport }) {
  return (
    <>
      <Table
        caption={one.feature.name}
        isCaptionHidden
        columns={[
          { label: say('table.group') },
          { label: say('table.count'), isNumber: true },
          { label: say('table.share'), isNumber: true },
          { label: say('table.interval') },
          { label: say('table.place'), isNumber: true },
          { label: say('table.difference'), isNumber: true },
        ]}
        rows={one.lines.map((line) => ({
          cells: [
            <span lang={placeLang}>{namesOf(say, line.names)}</span>,
            String(line.count),
            say('table.percent', { share: line.share }),
            say('table.between', { low: line.interval.low, high: line.interval.high }),
            say('table.percent', { share: line.expected }),
            say('table.points', { points: line.difference * 100 }),
          ],
        }))}
      />
      <p class="fm-small">{say('table.note', { low: one.likeness.range.low, high: one.likeness.range.high })}</p>
    </>
  )
}

/** What is said of a group at one look. In a small crowd a lack of whole people can be chance: that is said too. */
function lookOf({ verdict, lacks }: ReportLine) {
  if (verdict !== 'near') return verdict
  return lacks > 0 ? 'perhaps-fewer' : lacks < 0 ? 'perhaps-more' : 'near'
}

type Look = ReturnType<typeof lookOf>

const looks: Readonly<Record<Look, { readonly icon: IconName; readonly color: TagColor }>> = {
  fewer: { icon: 'empty', color: 'warning' },
  'perhaps-fewer': { icon: 'empty', color: 'brand1' },
  near: { icon: 'agree', color: 'success' },
  'perhaps-more': { icon: 'info', color: 'neutral' },
  more: { icon: 'info', color: 'neutral' },
}

function Verdict({ say, line }: { readonly say: SayRepresentation; readonly line: ReportLine }) {
  const look = lookOf(line)
  return <StateTag {...looks[look]}>{say(`verdict.${look}`)}</StateTag>
}

/** Groups that are counted together: "Young or old". */
export function namesOf(say: SayRepresentation, names: readonly string[]): string {
  return names.reduce((all, name) => (all === '' ? name : say('line.or', { first: all, second: name })), '')
}

/** As many as there would be if they were like the place, in whole people. */
function placeCount({ told }: FeatureReport, { expected }: ReportLine): number {
  return Math.round(expected * told)
}

function barsOf(say: SayRepresentation, line: ReportLine) {
  const label = namesOf(say, line.names)
  return [
    {
      label,
      value: line.share,
      words: say('table.percent', { share: line.share }),
      range: line.interval,
      isLow: line.verdict === 'fewer',
    },
    {
      label: say('chart.place', { name: label }),
      value: line.expected,
      words: say('table.percent', { share: line.expected }),
      isPromised: true,
    },
  ]
}

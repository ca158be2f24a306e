import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Radios,
  Row,
  Said,
  Section,
  TextArea,
  PersonChip,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { keptReasons } from '../kept-for-politicians.ts'
import type { SayStaffing } from '../messages/words.ts'
import { staffRoles, type StaffRole } from '../rules.ts'
import type { Staffing } from '../store.ts'

export type RolesPageProps = {
  readonly reader: Reader
  readonly say: SayStaffing
  readonly problem: Problem
  readonly serving: readonly Staffing[]
  /** Who could serve as what and does not yet. */
  readonly offered: readonly { readonly account: Id<'account'>; readonly name: string; readonly role: StaffRole }[]
  readonly mayName: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** Who does what in a case: equal at the table (R16), and three jobs that serve it, apart (R17). */
export function RolesPage(props: RolesPageProps) {
  const { reader, say, problem, errors, mayName } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} lead={say('lead')} />
      <Section id="equal" title={say('equal.title')} lead={say('equal.lead')}>
        <List isTight items={(['papers', 'write', 'speak', 'self'] as const).map((one) => say(`equal.${one}`))} />
        <Section id="kept" title={say('kept.title')} level={3} size="mid">
          <p class="fm-text">{say('kept.why')}</p>
          <List isTight items={keptReasons.map((reason) => say(`kept.${reason}`))} />
        </Section>
      </Section>
      <Section id="serving" title={say('serving.title')} lead={say('serving.lead')}>
        {staffRoles.map((role) => (
          <Serving {...props} role={role} />
        ))}
      </Section>
      {mayName ? <NameForm {...props} /> : null}
    </>
  )
}

function Serving({ reader, say, problem, serving, mayName, role }: RolesPageProps & { readonly role: StaffRole }) {
  const these = serving.filter((one) => one.role === role)
  return (
    <Section id={role} title={reader.common(`role.${role}`)} level={3} size="mid">
      <p class="fm-small">{say(`serving.${role}`)}</p>
      {these.length === 0 ? (
        <p class="fm-muted">{say('serving.none')}</p>
      ) : (
        <List
          items={these.map((one) => (
            <div class="fm-stack fm-stack--2">
              <Row isSpread>
                <PersonChip
                  name={one.name}
                  role="staff"
                  line={[reader.common('staff'), reader.common(`role.${role}`)].join(' · ')}
                />
                {mayName ? (
                  <Form
                    action={reader.to('arena.end-staffing', { problem: problem.slug })}
                    shape="inline"
                    label={say('end', { name: one.name })}
                  >
                    <HiddenField name="who" value={`${role} ${one.account}`} />
                    <Button variant="secondary" size="sm">
                      {say('end-short')}
                      <span class="fm-vh"> {one.name}</span>
                    </Button>
                  </Form>
                ) : null}
              </Row>
              {servesTwice(serving, one) ? (
                <Note icon="info">
                  <p>{say('two', { name: one.name, note: noteOf(serving, one) })}</p>
                </Note>
              ) : one.note === '' ? null : (
                <p class="fm-small">{say('one', { note: one.note })}</p>
              )}
            </div>
          ))}
        />
      )}
    </Section>
  )
}

function servesTwice(serving: readonly Staffing[], { account }: Staffing): boolean {
  return serving.filter((one) => one.account === account).length > 1
}

/** The reason stands with the role that came second; it is said at both. */
function noteOf(serving: readonly Staffing[], { account }: Staffing): string {
  return serving.find((one) => one.account === account && one.note !== '')?.note ?? ''
}

function NameForm({ reader, say, problem, offered, errors, typed }: RolesPageProps) {
  if (offered.length === 0)
    return (
      <Section id="name" title={say('name.title')}>
        <p class="fm-muted">{say('name.nobody')}</p>
      </Section>
    )
  return (
    <Section id="name" title={say('name.title')} lead={say('name.lead')}>
      <Form action={reader.to('arena.name-staff', { problem: problem.slug })} labelledBy="name">
        <Radios
          name="who"
          label={say('name.who')}
          required
          options={offered.map(({ account, name, role }) => ({
            value: `${role} ${account}`,
            label: say('name.option', { name: name || reader.common('unknown'), role: reader.common(`role.${role}`) }),
          }))}
          {...{ errors, typed }}
        />
        <TextArea
          name="note"
          label={say('name.note')}
          help={say('name.note-help')}
          rows={2}
          maxLength={500}
          {...{ errors, typed }}
        />
        <Button>{say('name.send')}</Button>
      </Form>
    </Section>
  )
}

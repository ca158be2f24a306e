import * as ui from '../index.ts'

export const holm: ui.Person = {
  name: 'Ragna Holm',
  role: 'politician',
  line: 'Mayor · Harbour List',
  href: '#main',
}
export const brekke: ui.Person = {
  name: 'Tomas Brekke',
  role: 'politician',
  line: 'Councillor · Town and Land',
  href: '#main',
}
export const reed: ui.Person = {
  name: 'Alma Reed',
  role: 'member',
  line: 'Resident, follow-up group',
  href: '#main',
}
export const club: ui.Person = {
  name: 'Lindhavn Sailing Club',
  role: 'organisation',
  line: 'Pledged 24 volunteers',
}
export const marsh: ui.Person = { name: 'Jon Marsh', role: 'staff', line: 'Staff, harbour engineer' }

export const diff: readonly ui.DiffPart[] = [
  { kind: 'same', text: 'The town ' },
  { kind: 'out', text: 'should' },
  { kind: 'in', text: 'will' },
  { kind: 'same', text: ' build a gate that closes by itself when the sea rises ' },
  { kind: 'out', text: '90 cm' },
  { kind: 'in', text: '80 cm' },
  { kind: 'same', text: '.' },
]

export const late = <ui.Clock state="late" number="11" words="11 days overdue" date="was due Friday 13 November" />

import { inCamps } from './camps.ts'

/** The people of Lindhavn. All are invented. */

export const partyNames = ['Harbour List', 'Green Shore', 'Common Ground', 'Town and Land'] as const
export type Party = (typeof partyNames)[number]

export type Councillor = {
  readonly key: string
  readonly name: string
  readonly party: Party
  /** Sits in the works committee too. */
  readonly isInWorks?: true
}

/** Nineteen seats. The first is the mayor and leads the council. */
export const councillors = [
  { key: 'ragna', name: 'Ragna Holm', party: 'Harbour List', isInWorks: true },
  { key: 'tomas', name: 'Tomas Brekke', party: 'Town and Land', isInWorks: true },
  { key: 'yasmin', name: 'Yasmin Odal', party: 'Common Ground' },
  { key: 'idris', name: 'Idris Vane', party: 'Green Shore', isInWorks: true },
  { key: 'pia', name: 'Pia Sandvig', party: 'Harbour List' },
  { key: 'henrik', name: 'Henrik Lund', party: 'Town and Land' },
  { key: 'sanne', name: 'Sanne Krogh', party: 'Common Ground', isInWorks: true },
  { key: 'omar', name: 'Omar Said', party: 'Green Shore' },
  { key: 'birgit', name: 'Birgit Toft', party: 'Harbour List' },
  { key: 'lars', name: 'Lars Vinter', party: 'Harbour List' },
  { key: 'nadia', name: 'Nadia Berg', party: 'Common Ground' },
  { key: 'peter', name: 'Peter Maas', party: 'Town and Land' },
  { key: 'ellen', name: 'Ellen Ravn', party: 'Green Shore' },
  { key: 'jakob', name: 'Jakob Storm', party: 'Harbour List' },
  { key: 'mette', name: 'Mette Fjord', party: 'Common Ground' },
  { key: 'anton', name: 'Anton Dige', party: 'Town and Land' },
  { key: 'ruth', name: 'Ruth Amsel', party: 'Green Shore' },
  { key: 'kasper', name: 'Kasper Bang', party: 'Town and Land' },
  { key: 'inge', name: 'Inge Skov', party: 'Harbour List' },
] as const satisfies readonly Councillor[]

export type CouncillorKey = (typeof councillors)[number]['key']

export const residents = [
  { key: 'amira', name: 'Amira Haddad' },
  { key: 'alma', name: 'Alma Reed' },
  { key: 'kaya', name: 'Kaya Nord' },
  { key: 'mina', name: 'Mina Dahl' },
  { key: 'jens', name: 'Jens Okholm' },
  { key: 'leo', name: 'Leo Falk' },
  { key: 'sofie', name: 'Sofie Ahl' },
  { key: 'viktor', name: 'Viktor Palm' },
  { key: 'hanna', name: 'Hanna Brink' },
  { key: 'emil', name: 'Emil Rask' },
  { key: 'zara', name: 'Zara Iqbal' },
  { key: 'otto', name: 'Otto Lind' },
  { key: 'freja', name: 'Freja Munk' },
  { key: 'samir', name: 'Samir Aziz' },
  { key: 'karen', name: 'Karen Thy' },
  { key: 'noah', name: 'Noah Bech' },
] as const
export type ResidentKey = (typeof residents)[number]['key']

export const organisations = [
  {
    key: 'sailing',
    name: 'Bo Strand',
    organisation: 'Lindhavn Sailing Club',
    interest: 'Boats and members in the old harbour',
  },
  {
    key: 'cyclists',
    name: 'Tine Vang',
    organisation: 'Lindhavn Cyclists',
    interest: 'Safe roads for people on bicycles',
  },
] as const
export type OrganisationKey = (typeof organisations)[number]['key']

export const employees = [
  { key: 'clerk', name: 'Else Bruun', role: 'clerk' },
  { key: 'facilitator', name: 'Jon Marsh', role: 'facilitator' },
  { key: 'officer', name: 'Berit Lang', role: 'officer' },
  { key: 'administrator', name: 'Ada Falster', role: 'administrator' },
] as const
export type EmployeeKey = (typeof employees)[number]['key']

export type PersonKey = CouncillorKey | ResidentKey | OrganisationKey | EmployeeKey

/** Residents without a story of their own, who vote, support and apply. Their addresses lie where no mail can go. */
export const voterCount = 36
/** Those who do nothing but vote on the ways to school, which the whole town talks about. */
export const otherVoterCount = inCamps - voterCount

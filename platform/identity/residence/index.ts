/** The door of residence: who has shown that she lives here, by which letter, from which list. */
export { addressForm } from './address-form.ts'
export {
  accountAtDesk,
  confirmSeen,
  deskNumberOf,
  dropSeen,
  homeBy,
  putDeskNumber,
  putSeen,
  seenBy,
  seenByNumber,
  seenSince,
  seenWaiting,
  waitsAtDesk,
  type DeskNumber,
  type Seen,
} from './desk-store.ts'
export { daysOfList, forgetResidence } from './forgetting.ts'
export {
  askedLetters,
  closeRun,
  envelopesOf,
  forgetAsked,
  householdsWithRoom,
  printingOf,
  putAsked,
  putRun,
  roomForLetters,
  runs,
  useLetter,
  type Printing,
  type Run,
} from './letter-store.ts'
export { addressList, putAddressList, type AddressList } from './list-store.ts'
export { listedRegister, type AddressRegister, type Household } from './register.ts'
export { putResidence, putTry, residenceOf, triesOf, type Residence } from './store.ts'

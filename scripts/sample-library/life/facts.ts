/** The facts of this life, each said once here and told again by mails, notes and papers. */
export const flat = {
  address: '5 Calder Row, Leith',
  price: '£312,500',
  entry: '14 February 2025',
  movedIn: '30 August 2025',
  plannedMove: '1 August 2025',
  consentReference: '25/01873/LBC',
  consentGranted: '8 August 2025',
} as const;

export const plumbing = {
  quote: '£8,460',
  quoteNumber: 'K-2025-041',
  extra: '£725',
  final: '£9,185',
  invoiceNumber: 'KPH-1187',
  changeDate: '12 May 2025',
  paid: '27 June 2025',
  rivalLeith: '£10,920',
  rivalMcCready: '£7,950',
  boiler: 'Viktor Eco 24',
  boilerWarranty: 'seven years',
} as const;

export const kitchen = {
  quote: '£13,740',
  saving: '£1,120',
  final: '£12,620',
  firstWorktop: 'quartz',
  worktop: 'oak',
  decided: '2 May 2025',
} as const;

export const electrics = { quote: '£4,870', certificateDate: '3 April 2025', circuits: '11' } as const;
export const windows = { quote: '£6,240', sashes: '7' } as const;
export const flooring = { first: 'engineered oak', hall: 'cork', decided: '21 May 2025' } as const;
export const roof = { total: '£5,600', share: '£700', owners: 'eight' } as const;
export const removal = { price: '£640', invoice: 'BR-30571' } as const;

export const rental = {
  address: '8/3 Lorne Place',
  rentBefore: '£1,295',
  rent: '£1,365',
  rentFrom: '1 February 2025',
  deposit: '£1,900',
  deduction: '£145',
  returned: '£1,755',
  returnedOn: '2 October 2025',
  noticeGiven: '15 August 2025',
  leaseEnd: '12 September 2025',
  scheme: 'SafeKeep Deposits',
} as const;

export const insurance = {
  policy: 'CBM-HH-4471902',
  premium2025: '£286.40',
  renewalOffer: '£341.75',
  premium2026: '£298.00',
  renewalDate: '14 February 2026',
  excess: '£250',
  waterExcess: '£350',
  buildings: '£420,000',
  contents: '£65,000',
  bicycles: '£1,500',
  northgate: '£274.10',
  northgateExcess: '£500',
  claim: 'CL-88213',
  claimPaid: '£1,864',
  claimCost: '£2,214',
  leakDate: '9 November 2025',
  carPolicy: 'FWM-206688',
  carPremium: '£412.30',
} as const;

export const lisbon = {
  hotel: 'Casa do Jasmim',
  district: 'Alfama',
  from: '3 April 2026',
  to: '10 April 2026',
  nights: 'seven',
  booking: 'CDJ-5520',
  total: '€1,134',
  perNight: '€162',
} as const;

export const asturias = {
  house: 'Casa El Robledal',
  week: '€1.120',
  deposit: '€300',
  from: '16 de agosto de 2025',
  to: '23 de agosto de 2025',
} as const;

export const choir = {
  name: 'Leith Harbour Choir',
  members: '46',
  subscriptionBefore: '£90',
  subscription: '£105',
  concertBefore: '13 June 2026',
  concert: '20 June 2026',
  venueBefore: "St Ninian's Hall",
  venue: 'Customs House',
  hire: '£380',
  balance: '£3,412.68',
} as const;

export const rivermark = {
  name: 'Rivermark',
  radioBefore: 'LoRaWAN',
  radio: 'NB-IoT',
  radioDecided: '18 September 2025',
  goLiveBefore: '1 March 2026',
  goLive: '15 May 2026',
  stationsBefore: '24',
  stations: '31',
  budget: '£184,000',
  budgetAfter: '£221,500',
  gauge: 'PW-300',
  gaugePrice: '1.480 €',
  offerTotal: '45.880 €',
  coverageLora: '71%',
  coverageNb: '97%',
} as const;

export const school = {
  camp: 'Glenmarra',
  campFrom: '18 May 2026',
  campTo: '22 May 2026',
  campPrice: '£215',
  campDeposit: '£50',
  allergy: 'hazelnuts',
  evening: '11 November 2025',
  eveningMoved: '18 November 2025',
  swimFee: '£84',
} as const;

export const family = {
  wedding: '12 September 2026',
  weddingPlace: 'Kirkmoray Barn',
  guests: '85',
  catMedicine: 'thyroxil drops',
  vetBill: '£168',
  bikeRepair: '£92',
} as const;

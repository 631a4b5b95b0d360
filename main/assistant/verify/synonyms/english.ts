/** A group of synonyms a line (synonyms.ts). */
export const english = `price cost charge
fee charge
phone telephone
email e-mail mail
begin start commence begun began
finish complete end conclude
stop end cease
buy purchase bought acquire
get receive obtain got acquire
rise increase climb grow raise rose risen
fall decrease drop decline sink fell fallen
repair mend fix
allow permit let
small little tiny
big large
huge enormous
child kid
house home
show demonstrate display exhibit
show read indicate say
examine study investigate inspect check look
examine test check try
use used employ utilise utilize apply
need require
stay remain keep
have own possess
name call called
glad happy pleased delighted
sad unhappy
whole entire complete full
important significant crucial essential key
help assist support aid
choose select pick chose chosen opt
answer reply respond
ask request demand inquire enquire
send forward sent
car vehicle
doctor physician
job work position
sick ill unwell
quick fast rapid speedy
trip journey
speak talk spoke chat
tell inform told notify
tell say state
change alter modify adjust
change replace swap exchange
replace substitute
cancel annul
postpone delay defer
arrive come reach
leave depart
build construct built
cover coverage insure
extra additional further more
due payable owe
sum amount
person individual human
people person
approve accept agree
pay settle transfer
return refund reimburse repay
often frequently regularly
picture photo photograph image
film movie
shop store
holiday vacation
flat apartment
autumn fall
mother mum mom
father dad
grandmother grandma
grandfather grandpa
register record
propose suggest
decide determine settle
offer quote estimate
kind type sort
various different several
main chief principal primary
improve better enhance
reduce lower lessen cut
enough sufficient
wrong incorrect false
right correct
centimetre cm centimeter
kilometre km kilometer
kilogram kg kilo
minute min
hour hr hrs
move shift
move relocate
put install fit
fit install mount
take bring
fetch collect
collect gather
make produce create made
create generate
happen occur
cause lead trigger
find discover found
find locate
lose lost mislay
break broke broken damage
damage harm
safe secure
dangerous hazardous
hard difficult tough
easy simple
beautiful lovely pretty
nice pleasant
bad poor
great excellent wonderful
strange odd
usual normal ordinary
rare uncommon
fresh new
old aged
empty vacant
rubbish waste trash
street road
way manner
gift present
meeting appointment
meeting session
lawyer solicitor attorney
owner proprietor
tenant renter
boss manager
colleague coworker
buyer purchaser
customer client
company firm business
team crew
contract agreement
invoice bill
discount reduction
reduction decrease
saving reduction
salary pay wage
error mistake
fault defect
defect flaw
flaw error
prize award
award grant
grant give gave given
deliver supply
deliver bring
provide supply offer
include contain comprise
consist comprise
belong own
keep retain kept
keep store
hold keep
sign autograph
confirm verify
confirm affirm
explain clarify
describe depict
mention note
note record
write wrote written
plan intend
plan schedule
schedule arrange
organise organize arrange
prepare ready
attend visit
visit see
watch see
see saw seen notice observe
observe notice
hear heard listen
think believe consider
know aware
understand understood grasp
remember recall
hope expect
want wish
try attempt
avoid prevent
prevent stop
protect guard
remove take
remove delete
add join
connect link
combine unite merge
divide split
separate divide
open unlock
close shut
lock close
clean wash
wash rinse
cook prepare
heat warm
cold cool
wet damp
dry arid
loud noisy
quiet silent
dark dim
bright light
top upper
bottom lower
total sum
monthly month
yearly year annual
daily day
weekly week
now currently presently
recently lately
soon shortly
immediately instantly
later afterwards
before earlier previously
always constantly
sometimes occasionally
again anew
together jointly
only just merely solely
almost nearly
about approximately roughly
very really extremely
mainly mostly chiefly
especially particularly
probably likely
perhaps maybe
quite rather
also too additionally besides
however though
therefore thus hence
although though
country nation
city town
village hamlet
sea ocean
stone rock
garden yard
lift elevator
sofa couch
tap faucet
cupboard cabinet
carpet rug
pavement sidewalk
petrol gasoline
lorry truck
underground metro subway
railway railroad
luggage baggage
timetable schedule
lesson class
pupil student
teacher tutor
exam test examination
result outcome
reason cause
purpose aim goal
aim target
method approach procedure
part portion section
piece bit
group set
list enumerate
amount quantity
size dimension
length duration
duration period
period time
evening night
noon midday
wedding marriage
marry wed
birth born
die death dead
disease illness
injury wound
medicine drug medication
treatment therapy
patient sufferer
woman female
man male
boy lad
girl lass
baby infant
friend pal
neighbour neighbor
colour color
centre center
theatre theater
favourite favorite
realise realize
cheque check
programme program
behaviour behavior
labour labor
metre meter
litre liter`;

export { dots } from './dots.as';
export { begin, finish, look, takeSigns, weigh } from './signs.as';

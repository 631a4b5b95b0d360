import { openInBrowser } from '../testing/open-app.ts';
import { testWholeApp } from '../testing/whole-app.ts';

testWholeApp('in a browser', openInBrowser);

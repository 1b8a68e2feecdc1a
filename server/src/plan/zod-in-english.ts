import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';

// The small zod, which a small plan need not wait for, has no words until it is given some.
z.config(english());

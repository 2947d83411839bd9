// Runs the compiler in a worker of its own: it is large and must not block the page.
import { expose } from 'comlink';
import declarations from 'virtual:declarations';
import { createTypeService } from './type-service.ts';

expose(createTypeService(declarations));

import axios from 'axios';
export const onExecutePreUserRegistration = async (event, api) => { await axios.get(event.request.ip); };
